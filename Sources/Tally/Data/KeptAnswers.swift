// What was found out of a column, once it was asked for: the bitmaps of its answers, empty bitmaps.

import Synchronization

/// Where the answers of a column are yes and where they are no, and whether it lacks values, once
/// they were worked out.
///
/// A class, for the copies of a column share what one of them found; the answers never change.
final class KeptAnswers: Sendable {
  private let found = Mutex<(yes: Bitmap, no: Bitmap)?>(nil)
  /// Bitmaps that were looked through. They are held, so that no other has their buffers.
  private let known = Mutex<[(rows: Bitmap, isEmpty: Bool)]>([])

  /// A column has two bitmaps of rows without a value.
  private static let mostKnown = 2
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
      for own in known where Numbers.shareBuffer(own.rows.words, rows.words) { return own.isEmpty }
      let isEmpty = rows.isEmpty
      if known.count >= KeptAnswers.mostKnown { known = [] }
      known.append((rows, isEmpty))
      return isEmpty
    }
  }
}
