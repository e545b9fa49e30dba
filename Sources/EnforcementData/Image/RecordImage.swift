// The image of the record in the program's read-only data: sections, texts and single numbers.

internal import CDataset
package import Tally

/// An image whose sections were found to lie within it.
///
/// Unchecked, since pointers are not `Sendable`: the bytes are a constant, which nobody changes.
package struct RecordImage: @unchecked Sendable {
  /// Where the bytes begin. They are read where they lie: copying two megabytes would cost more
  /// than most answers.
  private let base: UnsafeRawPointer
  private let sectionCount: Int

  /// The image that the program ships.
  package static func embedded() throws(DatasetError) -> RecordImage {
    let file = dataset_image()
    return try RecordImage(UnsafeRawBufferPointer(start: file.bytes, count: file.count))
  }

  /// An image of bytes that outlive it.
  /// - Throws: `DatasetError` where the bytes are no image of this layout, or a section reaches
  ///   beyond them.
  /// - Complexity: O(sections).
  package init(_ bytes: UnsafeRawBufferPointer) throws(DatasetError) {
    guard let start = bytes.baseAddress, bytes.count >= ImageLayout.headerBytes,
      UInt(bitPattern: start) % 8 == 0,
      start.load(as: UInt64.self) == ImageLayout.magic
    else { throw RecordImage.fault("the bytes are no image of this machine's byte order") }
    let version = start.load(fromByteOffset: 8, as: UInt32.self)
    guard version == ImageLayout.version else {
      throw RecordImage.fault("its layout is \(version) and not \(ImageLayout.version)")
    }
    let sections = Int(start.load(fromByteOffset: 16, as: UInt32.self))
    let first = ImageLayout.headerBytes + sections * ImageLayout.sectionBytes
    guard start.load(fromByteOffset: 12, as: UInt32.self) == UInt32(clamping: bytes.count),
      sections >= ImageLayout.Part.allCases.count, first <= bytes.count
    else { throw RecordImage.fault("it is cut off") }
    base = start
    sectionCount = sections
    var at = ImageLayout.headerBytes
    while at < first {
      let offset = Int(start.load(fromByteOffset: at, as: UInt32.self))
      let count = Int(start.load(fromByteOffset: at &+ 4, as: UInt32.self))
      guard offset & 7 == 0, offset >= first, offset &+ count <= bytes.count else {
        throw RecordImage.fault("section \((at - ImageLayout.headerBytes) / 8) is not in it")
      }
      at &+= ImageLayout.sectionBytes
    }
  }

  /// The sha256 of the tables that it was made from, in hexadecimal.
  package var hash: String {
    String(
      decoding: UnsafeRawBufferPointer(start: base + ImageLayout.hashOffset, count: 64),
      as: UTF8.self)
  }

  /// The latest day of the record.
  package var latest: Day { Day(number: base.load(fromByteOffset: 20, as: Int32.self)) }

  /// What is wrong with an image.
  static func fault(_ what: String) -> DatasetError {
    DatasetError(faults: ["the image of the record cannot be read: \(what)"])
  }

  // MARK: Sections

  /// The bytes of a section; none for a number that there is not.
  func bytes(_ section: Int) -> UnsafeRawBufferPointer {
    guard section >= 0, section < sectionCount else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let at = ImageLayout.headerBytes &+ section &* ImageLayout.sectionBytes
    let offset = Int(base.load(fromByteOffset: at, as: UInt32.self))
    let count = Int(base.load(fromByteOffset: at &+ 4, as: UInt32.self))
    return UnsafeRawBufferPointer(start: base + offset, count: count)
  }

  /// The numbers of a section.
  func numbers<Number: FixedWidthInteger>(
    _ section: Int, as type: Number.Type = Number.self
  ) -> UnsafeBufferPointer<Number> {
    // A section begins at a multiple of eight bytes, and nothing else views it as another type.
    bytes(section).assumingMemoryBound(to: type)
  }

  /// The numbers of a part.
  func numbers<Number: FixedWidthInteger>(
    _ part: ImageLayout.Part, as type: Number.Type = Number.self
  ) -> UnsafeBufferPointer<Number> {
    numbers(part.rawValue, as: type)
  }

  /// Texts that lie one after the other: where each ends, and their bytes.
  func texts(_ ends: Int, _ bytes: Int) -> ImageTexts {
    ImageTexts(ends: numbers(ends), bytes: self.bytes(bytes))
  }

  /// The texts of two parts.
  func texts(_ ends: ImageLayout.Part, _ bytes: ImageLayout.Part) -> ImageTexts {
    texts(ends.rawValue, bytes.rawValue)
  }
}

/// Texts that lie one after the other in an image.
struct ImageTexts {
  let ends: UnsafeBufferPointer<UInt32>
  let bytes: UnsafeRawBufferPointer

  /// How many texts there are.
  var count: Int { ends.count }

  /// The bytes of a text; none for a number that there is not.
  func range(_ number: Int) -> UnsafeRawBufferPointer { stretch(number, number + 1) }

  /// Whether a text reads so, byte for byte.
  func reads(_ text: String, at number: Int) -> Bool {
    var text = text
    let own = range(number)
    return text.withUTF8 { other in
      guard own.count == other.count else { return false }
      var differing: UInt8 = 0
      for at in 0..<own.count { differing |= own[at] ^ other[at] }
      return differing == 0
    }
  }

  /// The bytes of some neighbours, up to but not with the last; none where they are not all there.
  func stretch(_ first: Int, _ last: Int) -> UnsafeRawBufferPointer {
    guard first >= 0, first < last, last <= ends.count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let start = first == 0 ? 0 : Int(ends[first - 1])
    let end = Int(ends[last - 1])
    guard start <= end, end <= bytes.count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// A text.
  subscript(number: Int) -> String { String(decoding: range(number), as: UTF8.self) }
}
