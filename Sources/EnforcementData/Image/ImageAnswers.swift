// The answers of an image: codes into grounds on a day, and histories.

internal import Tally

/// The grounds of an image, made one by one: a question needs some fifty of eight hundred.
struct ImageGrounds {
  let image: RecordImage

  /// How many grounds there are.
  var count: Int { image.bytes(ImageLayout.Part.groundValues.rawValue).count }

  /// The value of a ground.
  func value(_ number: Int) -> Truth {
    let values = image.numbers(.groundValues, as: UInt8.self)
    return number < values.count ? ImageGrounds.value(of: values[number]) : .unknown
  }

  /// The ground of a number; one that says nothing for a number that there is not.
  subscript(number: Int) -> Ground {
    let places = image.numbers(.groundTexts, as: UInt16.self)
    let first = number * ImageLayout.groundTexts
    guard number < count, first + ImageLayout.groundTexts <= places.count else {
      return Ground(value: .unknown)
    }
    let texts = image.texts(.groundEnds, .groundBytes)
    func text(_ part: Int) -> String { texts[Int(places[first + part])] }
    let reason = text(0)
    return Ground(
      value: value(number), reason: reason.isEmpty ? nil : reason, basis: text(1),
      confidence: text(2), detail: text(3),
      sources: ImageGrounds.words(texts.range(Int(places[first + 4]))))
  }

  /// What the ground of a number says, without details and sources.
  func said(_ number: Int) -> Ground {
    let places = image.numbers(.groundTexts, as: UInt16.self)
    let first = number * ImageLayout.groundTexts
    guard number < count, first + ImageLayout.groundTexts <= places.count else {
      return Ground(value: .unknown)
    }
    let texts = image.texts(.groundEnds, .groundBytes)
    let reason = texts[Int(places[first])]
    return Ground(
      value: value(number), reason: reason.isEmpty ? nil : reason,
      basis: texts[Int(places[first + 1])], confidence: texts[Int(places[first + 2])])
  }

  /// All of them.
  var all: [Ground] { (0..<count).map { self[$0] } }

  /// The value of a number: its place among all of them.
  static func value(of number: UInt8) -> Truth {
    switch number {
    case 0: .yes
    case 1: .no
    default: .unknown
    }
  }

  private static func words(_ bytes: UnsafeRawBufferPointer) -> [String] {
    var words: [String] = []
    var start = 0
    for at in 0...bytes.count where at == bytes.count || bytes[at] == UInt8(ascii: " ") {
      let word = UnsafeRawBufferPointer(rebasing: bytes[start..<at])
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      start = at + 1
    }
    return words
  }
}

/// The histories of an image.
struct ImageHistories {
  let image: RecordImage

  /// The places of a history's pieces.
  private func pieces(_ number: Int) -> Range<Int> {
    let ends = image.numbers(.historyEnds, as: UInt32.self)
    guard number < ends.count else { return 0..<0 }
    let first = number == 0 ? 0 : Int(ends[number - 1])
    let end = Int(ends[number])
    let days = image.numbers(.pieceDays, as: Int32.self).count
    let grounds = image.numbers(.pieceGrounds, as: UInt16.self).count
    return first <= end && end <= min(days, grounds) ? first..<end : 0..<0
  }

  /// A history; nil where its pieces are out of order.
  func timeline(_ number: Int) -> Timeline? {
    let days = image.numbers(.pieceDays, as: Int32.self)
    let grounds = image.numbers(.pieceGrounds, as: UInt16.self)
    return Timeline(
      pieces(number).map { place in
        let since = days[place]
        return Timeline.Piece(
          since: since == ImageLayout.ever ? nil : Day(number: since), ground: grounds[place])
      })
  }

  /// The number of the ground that holds on a day; nil for a history that there is not.
  func ground(_ number: Int, on day: Day) -> UInt16? {
    let days = image.numbers(.pieceDays, as: Int32.self)
    let grounds = image.numbers(.pieceGrounds, as: UInt16.self)
    let place = pieces(number).last { days[$0] <= day.number }
    return place.map { grounds[$0] }
  }
}
