// A large value behind one reference, so that a copy of it costs as much as a copy of a number.

/// A value that is held once, however many copies there are.
///
/// A schema and a field have dozens of texts, and a plan holds fields by the handful: copied part
/// by part they would cost more than the query. A change makes a new box, so copies stay values.
struct Shared<Content: Sendable>: Sendable {
  /// What a copy points to. A class, for that is what is shared; it never changes.
  private final class Box: Sendable {
    let content: Content
    init(_ content: Content) { self.content = content }
  }

  private var box: Box

  init(_ content: Content) { box = Box(content) }

  /// The value.
  var content: Content {
    get { box.content }
    set { box = Box(newValue) }
  }

  /// Whether both are copies of one value; values that are alike may be held twice.
  func isSame(as other: Shared) -> Bool { box === other.box }
}

extension Shared: Equatable where Content: Equatable {
  static func == (a: Shared, b: Shared) -> Bool { a.isSame(as: b) || a.content == b.content }
}
