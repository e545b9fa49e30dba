// The documents of an image, each made when it is asked for.

internal import Tally

/// The documents that an image holds, in the order of the bytes of their keys.
struct ImageDocuments {
  let image: RecordImage

  private var texts: ImageTexts { image.texts(.documentEnds, .documents) }

  /// How many there are.
  var count: Int { texts.count / ImageLayout.documentTexts }

  /// The document of a number.
  subscript(number: Int) -> SourceReference {
    let first = number * ImageLayout.documentTexts
    let texts = texts
    return SourceReference(
      id: texts[first], title: texts[first + 1], publisher: texts[first + 2],
      published: texts[first + 3], place: texts[first + 4])
  }

  /// The document whose key is a name; nil where there is none.
  /// - Complexity: O(log documents).
  func reference(_ name: String) -> SourceReference? {
    let texts = texts
    let key = Array(name.utf8)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if ImageDocuments.isBefore(texts.range(middle * ImageLayout.documentTexts), key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    func isOfKey(_ number: Int) -> Bool {
      texts.range(number * ImageLayout.documentTexts).elementsEqual(key)
    }
    if low < count, isOfKey(low) { return self[low] }
    // The builder keeps them in order; one that is not in its place is found all the same.
    return (0..<count).first(where: isOfKey).map { self[$0] }
  }

  /// Whether bytes stand before those of a key.
  private static func isBefore(_ bytes: UnsafeRawBufferPointer, _ key: [UInt8]) -> Bool {
    var at = 0
    while at < bytes.count, at < key.count {
      if bytes[at] != key[at] { return bytes[at] < key[at] }
      at += 1
    }
    return bytes.count < key.count
  }
}
