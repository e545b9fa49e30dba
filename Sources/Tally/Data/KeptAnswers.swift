// What was found out of a column, once it was asked for: bitmaps of its answers, empty ones, zones.

import Synchronization

/// Where the answers of a column are yes and where they are no, and whether it lacks values, once
/// they were worked out.
///
/// A class, for the copies of a column share what one of them found; the answers never change.
final class KeptAnswers: Sendable {
  private let found = Mutex<(yes: Bitmap, no: Bitmap)?>(nil)
  private let known = Mutex(Known())

  /// What was looked through. The values are held, so that no others have their buffers.
  private struct Known: Sendable {
    var bitmaps: [(rows: Bitmap, isEmpty: Bool)] = []
    var zones: [(values: PlainValues, without: [Bitmap], zones: Zones?)] = []
  }

  /// A column has two bitmaps of rows without a value.
  private static let mostKnown = 2
  /// A column of days has two buffers, and a link one of codes beside its own.
  private static let mostZones = 2
  /// Fewer words than this are looked through each time: it costs what looking it up does.
  private static let leastWords = 64

  /// What is kept, or else what is made now.
  func bitmaps(_ make: () -> (yes: Bitmap, no: Bitmap)) -> (yes: Bitmap, no: Bitmap) {
    found.withLock { found in
      if let found { return found }
      let made = make()
      found = made
      return made
    }
  }

  /// Whether a bitmap of the column has no row. A bitmap that was changed has another buffer.
  func isEmpty(_ rows: Bitmap) -> Bool {
    guard rows.words.count >= KeptAnswers.leastWords else { return rows.isEmpty }
    return known.withLock { known in
      for own in known.bitmaps where Numbers.shareBuffer(own.rows.words, rows.words) {
        return own.isEmpty
      }
      let isEmpty = rows.isEmpty
      if known.bitmaps.count >= KeptAnswers.mostKnown { known.bitmaps = [] }
      known.bitmaps.append((rows, isEmpty))
      return isEmpty
    }
  }

  /// The zones of a buffer of the column's values; nil where they do not lie in order.
  /// - Parameter without: the rows that have no value there.
  func zones(of values: PlainValues, without: [Bitmap], _ make: () -> Zones?) -> Zones? {
    known.withLock { known in
      for own in known.zones where own.values.isSame(as: values) {
        let isSame = zip(own.without, without).allSatisfy {
          Numbers.shareBuffer($0.words, $1.words)
        }
        if isSame { return own.zones }
      }
      let made = make()
      if known.zones.count >= KeptAnswers.mostZones { known.zones = [] }
      known.zones.append((values, without, made))
      return made
    }
  }
}
