// A growing list over raw memory, for loops that write ahead of what they keep.

/// Values without references in one stretch of memory, which stays when the list is emptied.
///
/// A class, for it owns the memory. One thread has it at a time. Who writes through `elements` has
/// reserved room before.
final class RawList<Element: BitwiseCopyable>: @unchecked Sendable {
  private var capacity = 1 << 10
  /// How many there are.
  var count = 0
  /// The first element. Unsafe, so that a loop can write without a check for each.
  private(set) var elements: UnsafeMutablePointer<Element>

  init() { elements = .allocate(capacity: 1 << 10) }

  deinit { elements.deallocate() }

  /// How many there is room for.
  var room: Int { capacity }

  /// Makes room for more.
  @inline(__always)
  func reserve(_ more: Int) { if count &+ more > capacity { grow(more) } }

  @inline(never)
  private func grow(_ more: Int) {
    let wider = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: wider)
    moved.update(from: elements, count: count)
    elements.deallocate()
    (elements, capacity) = (moved, wider)
  }

  /// Adds one.
  @inline(__always)
  func append(_ element: Element) {
    reserve(1)
    elements[count] = element
    count &+= 1
  }

  /// Removes those in some places; the others keep their order.
  func drop(_ dropped: Set<Int>) {
    guard !dropped.isEmpty else { return }
    var kept = 0
    for place in 0..<count where !dropped.contains(place) {
      elements[kept] = elements[place]
      kept += 1
    }
    count = kept
  }

  /// One, which must be below `count`.
  @inline(__always)
  subscript(index: Int) -> Element { elements[index] }

  /// The values as an array.
  var array: [Element] { Array(UnsafeBufferPointer(start: elements, count: count)) }
}
