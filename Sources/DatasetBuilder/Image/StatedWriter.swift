// What the answers of the latest day say in short, written beside them.

import EnforcementData
import Tally

extension ImageWriter {
  /// The sections of what answers say: for each ground the number of what it says, the first ground
  /// that says each, and the documents in the order of their first use by rows.
  /// - Parameters:
  ///   - codes: the code of each row's ground.
  ///   - grounds: the ground of each code, and its number in the image.
  /// - Returns: no sections where a document is not known.
  mutating func stated(
    _ codes: [UInt8], _ grounds: [Tally.Ground], _ numbers: [UInt16]
  ) -> [UInt32] {
    var said: [Tally.Ground] = []
    var firsts: [UInt16] = []
    let places = grounds.indices.map { code -> UInt8 in
      var ground = grounds[code]
      (ground.detail, ground.sources) = ("", [])
      if let place = said.firstIndex(of: ground) { return UInt8(clamping: place) }
      said.append(ground)
      firsts.append(numbers[code])
      return UInt8(clamping: said.count - 1)
    }
    var used: [UInt16] = []
    for code in codes {
      for key in grounds[Int(code)].sources {
        guard let number = documentNumbers[key] else { return [] }
        if !used.contains(number) { used.append(number) }
      }
    }
    return [add(places), add(firsts), add(used)]
  }
}
