// The documents of an image, each made when it is asked for.

internal import Tally

/// The documents that an image holds, in the order of the bytes of their keys.
struct ImageDocuments: NumberedDocuments {
  let image: RecordImage

  private var texts: ImageTexts { image.texts(.documentEnds, .documents) }

  /// How many there are.
  var count: Int { texts.count / ImageLayout.documentTexts }

  /// The document of a number.
  subscript(number: Int) -> SourceReference {
    let first = number * ImageLayout.documentTexts
    let texts = texts
    if let whole = whole(texts, first) { return whole }
    func part(_ number: Int) -> String {
      let text = texts[first + number]
      let comma = SourceReference.comma
      return text.hasPrefix(comma) ? String(text.dropFirst(comma.count)) : text
    }
    return SourceReference(
      id: texts[first], title: part(1), publisher: part(2), published: part(3), place: part(4))
  }

  func addLine(of number: Int, to bytes: inout [UInt8]) {
    let texts = texts
    let first = number * ImageLayout.documentTexts
    // The parts of a line lie side by side, commas and all.
    let parts = texts.stretch(first + 1, first + ImageLayout.documentTexts)
    bytes.append(contentsOf: parts)
  }

  /// A document whose parts are read at once, for they lie side by side; nil where they are no text
  /// as they lie.
  private func whole(_ texts: ImageTexts, _ first: Int) -> SourceReference? {
    guard first >= 0, first + ImageLayout.documentTexts <= texts.count else { return nil }
    let start = first == 0 ? 0 : Int(texts.ends[first - 1])
    func end(_ part: Int) -> Int { Int(texts.ends[first + part]) - start }
    let count = end(4)
    guard count >= 0, start + count <= texts.bytes.count else { return nil }
    let text = String(
      decoding: UnsafeRawBufferPointer(rebasing: texts.bytes[start..<(start + count)]),
      as: UTF8.self)
    guard text.utf8.count == count else { return nil }
    return SourceReference(
      parts: text,
      SourceReference.Ends(id: end(0), title: end(1), publisher: end(2), published: end(3)))
  }

  /// The key of the document of a number.
  func key(_ number: Int) -> String { texts[number * ImageLayout.documentTexts] }

  /// The document whose key is a name; nil where there is none.
  /// - Complexity: O(log documents).
  func reference(_ name: String) -> SourceReference? {
    number(name).map { self[$0] }
  }

  /// The number of the document whose key is a name; nil where there is none.
  func number(_ name: String) -> Int? {
    var name = name
    return name.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
  }

  /// The number of the document of a key.
  private func number(of key: UnsafeRawBufferPointer) -> Int? {
    let texts = texts
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      switch ImageDocuments.order(texts.range(middle * ImageLayout.documentTexts), key) {
      case 0: return middle
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    // The builder keeps them in order; one that is not in its place is found all the same.
    return (0..<count).first {
      ImageDocuments.order(texts.range($0 * ImageLayout.documentTexts), key) == 0
    }
  }

  /// Below 0 where bytes stand before those of a key, 0 where they are the same, above 0 else.
  private static func order(_ bytes: UnsafeRawBufferPointer, _ key: UnsafeRawBufferPointer) -> Int {
    let common = min(bytes.count, key.count)
    var at = 0
    // Eight bytes at once: of two big-endian numbers the first byte that differs decides.
    while at &+ 8 <= common {
      let own = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).bigEndian
      let other = key.loadUnaligned(fromByteOffset: at, as: UInt64.self).bigEndian
      if own != other { return own < other ? -1 : 1 }
      at &+= 8
    }
    while at < common {
      if bytes[at] != key[at] { return Int(bytes[at]) - Int(key[at]) }
      at &+= 1
    }
    return bytes.count - key.count
  }
}
