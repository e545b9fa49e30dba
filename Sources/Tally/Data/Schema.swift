// What a relation's schema is made of beside its fields: links, places, terms of use.

/// A way from a relation to the rows of another that point to it.
public struct Link: Sendable, Equatable {
  /// The name in the language: `agreements` of a county.
  public var name: String
  /// The relation whose rows it leads to.
  public var target: String
  /// The target's link field that points back.
  public var inverse: String
  /// Whether the target's list is complete at the dataset's date, so that no row means no.
  public var isComplete: Bool
  /// For a link of many to many: the relation of pairs that it goes through. `inverse` is then the
  /// link field of the pairs that points back, and `onward` the one that leads to the target.
  public var through: String?
  /// The link field of the pairs that leads to the target.
  public var onward: String?
  /// What it means, in one sentence.
  public var meaning: String

  /// A to-many link.
  public init(
    _ name: String, to target: String, inverse: String, through: String? = nil,
    onward: String? = nil, isComplete: Bool, meaning: String
  ) {
    self.name = name
    self.target = target
    self.inverse = inverse
    self.through = through
    self.onward = onward
    self.isComplete = isComplete
    self.meaning = meaning
  }
}

/// How people name the rows of a relation that are places.
public struct PlaceNaming: Sendable, Equatable {
  /// The field with the full name: `name`.
  public var name: String
  /// The field with the short key: `code`, `fips`.
  public var code: String
  /// The link field to the place that holds it; nil for the outermost.
  public var within: String?
  /// Words at a name's end that may be left out: `County`.
  public var suffixes: [String]

  /// A naming.
  public init(name: String, code: String, within: String? = nil, suffixes: [String] = []) {
    self.name = name
    self.code = code
    self.within = within
    self.suffixes = suffixes
  }
}

/// The terms under which rows may be used.
public struct Licence: Sendable, Equatable {
  /// A short name of the usual lists: `Apache-2.0`, `other-pd`.
  public var name: String
  /// The terms in a few words.
  public var title: String

  /// A licence.
  public init(_ name: String, _ title: String) {
    self.name = name
    self.title = title
  }
}
