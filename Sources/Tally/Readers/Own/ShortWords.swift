// Codes of the shortest cells by one word each: what a table of words has found before.

/// Codes of cells of up to seven bytes, found by their bytes and length as one word of eight.
///
/// A table in which each word has two places, one beside the other, so that a look-up has no loop:
/// the word that was added last has the first one, the word that it pushes aside the other, and
/// where a third one is lost often the table grows. What is not there is found in the table of all
/// cells. A class over raw memory; one thread has it at a time.
final class ShortWords {
  /// A word and its code. No cell has the word zero, which empty places have.
  struct Entry {
    var word: UInt64
    var code: UInt32
  }

  /// The most places: 64 KB of entries and more do not stay near.
  private static let mostBits: UInt64 = 14
  /// The bits of a word's hash that are not its place, of 64.
  private(set) var shift: UInt64 = 64 - 6
  /// Unsafe, so that a loop looks up a place without a check: a hash without its lowest `shift`
  /// bits is below their number.
  private(set) var entries: UnsafeMutablePointer<Entry>
  /// How many words have been added to the table of this size.
  private var added = 0

  init() { entries = ShortWords.empty(1 << 6) }

  deinit { entries.deallocate() }

  private static func empty(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Entry>.stride, alignment: 64)
    return memory.initializeMemory(
      as: Entry.self, repeating: Entry(word: 0, code: 0), count: count)
  }

  /// The word of a cell of up to seven bytes: its length and one in the highest byte. Eight bytes
  /// are read.
  @inline(__always)
  static func word(_ cell: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: length) &* 8
    let bytes = UnsafeRawPointer(cell).loadUnaligned(as: UInt64.self).littleEndian
    return bytes & ((1 &<< bits) &- 1) | UInt64(truncatingIfNeeded: length &+ 1) &<< 56
  }

  /// A hash that is good in its high bits.
  @inline(__always)
  static func hash(_ word: UInt64) -> UInt64 { word &* 0x9E37_79B9_7F4A_7C15 }

  /// Adds a word with its code.
  func add(_ word: UInt64, _ code: UInt32) {
    added += 1
    if added > 2 << (64 - shift), 64 - shift < ShortWords.mostBits { grow() }
    put(Entry(word: word, code: code))
  }

  private func put(_ entry: Entry) {
    let place = Int(truncatingIfNeeded: ShortWords.hash(entry.word) &>> shift)
    entries[place ^ 1] = entries[place]
    entries[place] = entry
  }

  private func grow() {
    let (old, count) = (entries, 1 << Int(64 - shift))
    shift -= 1
    added = 0
    entries = ShortWords.empty(count * 2)
    for place in 0..<count where old[place].word != 0 { put(old[place]) }
    old.deallocate()
  }
}
