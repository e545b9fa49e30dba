// The two bitmaps of an answer column, made when they are first asked for.

import Synchronization

/// Where the answers of a column are yes and where they are no, once they were worked out.
///
/// A class, for the copies of a column share what one of them found; the answers never change.
final class KeptAnswers: Sendable, Equatable {
  private let found = Mutex<(yes: Bitmap, no: Bitmap)?>(nil)

  /// What is kept, or else what is made now.
  func bitmaps(_ make: () -> (yes: Bitmap, no: Bitmap)) -> (yes: Bitmap, no: Bitmap) {
    found.withLock { found in
      if let found { return found }
      let made = make()
      found = made
      return made
    }
  }

  /// What is kept is no part of a column's value.
  static func == (a: KeptAnswers, b: KeptAnswers) -> Bool { true }
}
