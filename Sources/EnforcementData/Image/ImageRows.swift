// The columns of one relation of an image, each made when it is first asked for.

internal import Tally

/// The rows of a relation as an image holds them. A class, for it is handed about as a source.
final class ImageRows: RowSource {
  private let image: RecordImage
  private let schema: RelationSchema
  private let rows: Int
  private let columns: Int
  private let firstColumn: Int

  /// The rows of the relation of a number.
  /// - Throws: `DatasetError` where the image has another relation there.
  init(_ image: RecordImage, _ schema: RelationSchema, _ number: Int) throws(DatasetError) {
    let numbers = image.numbers(.relations, as: UInt32.self)
    let first = number * ImageLayout.relationNumbers
    guard first + ImageLayout.relationNumbers <= numbers.count,
      image.texts(.nameEnds, .names).reads(schema.name, at: number),
      numbers[first + 3]
        == ImageLayout.sum(numbers[first], numbers[first + 1], numbers[first + 2])
    else {
      throw RecordImage.fault("it has no \(schema.name) in their place")
    }
    self.image = image
    self.schema = schema
    rows = Int(numbers[first])
    columns = Int(numbers[first + 1])
    firstColumn = Int(numbers[first + 2])
  }

  func count() -> Int { rows }

  func column(_ number: Int) throws(DatasetError) -> Column {
    let place = try self.place(number)
    let values = try self.values(place, number)
    return Column(
      values, unknown: try rows(place[5], number), none: try rows(place[6], number),
      candidates: candidates(place[7]))
  }

  func answers(_ number: Int, on day: Day) throws(DatasetError) -> Column? {
    let place = try self.place(number)
    guard place.kind == .history else { return nil }
    let grounds = ImageGrounds(image: image)
    if day == image.latest, place[9] != 0 {
      let numbers = image.numbers(place[9], as: UInt16.self)
      return Column(
        .answer(
          codes: try codes(place[8], width: 1, below: numbers.count, number),
          grounds: numbers.map { grounds[Int($0)] }),
        unknown: try rows(place[10], number), none: Bitmap(count: rows))
    }
    return try answers(place, number, grounds, on: day)
  }

  func stated(_ number: Int, on day: Day) -> StatedAnswers? {
    guard day == image.latest, let place = try? place(number), place.kind == .history,
      place[9] != 0, place[11] != 0
    else { return nil }
    let numbers = image.numbers(place[11], as: UInt8.self)
    let firsts = image.numbers(place[12], as: UInt16.self)
    guard numbers.allSatisfy({ $0 < firsts.count }),
      let codes = try? codes(place[8], width: 1, below: numbers.count, number)
    else { return nil }
    let grounds = ImageGrounds(image: image)
    let documents = ImageDocuments(image: image)
    return StatedAnswers(
      codes: codes, numbers: numbers.map { Int($0) },
      said: firsts.map { grounds.said(Int($0)) },
      documents: Array(image.numbers(place[13], as: UInt16.self)), key: documents.key)
  }

  /// Answers of another day: the ground of each history, and each ground once.
  private func answers(
    _ place: ColumnPlace, _ number: Int, _ grounds: ImageGrounds, on day: Day
  ) throws(DatasetError) -> Column {
    let histories = image.numbers(place[3], as: UInt16.self)
    let all = ImageHistories(image: image)
    var codeOf = [Int](repeating: -1, count: grounds.count)
    var codes: [UInt16] = []
    var distinct: [Ground] = []
    for history in histories {
      guard let ground = all.ground(Int(history), on: day).map(Int.init), ground < codeOf.count
      else { throw damage(number) }
      if codeOf[ground] < 0 {
        codeOf[ground] = distinct.count
        distinct.append(grounds[ground])
      }
      codes.append(UInt16(clamping: codeOf[ground]))
    }
    let own = try self.codes(place[2], width: place[1], below: codes.count, number)
    return .answers(Codes(own.map { codes[$0] }), grounds: distinct)
  }

  // MARK: Values

  private func values(
    _ place: ColumnPlace, _ number: Int
  ) throws(DatasetError) -> Column.Values {
    switch place.kind {
    case .category:
      guard case .category(let words) = schema.fields[number].type else { throw damage(number) }
      return .text(
        codes: try codes(place[2], width: place[1], below: words.count, number),
        texts: TextPool(words))
    case .text:
      guard
        let texts = TextPool(
          arena: Array(image.bytes(place[4])), ends: Array(image.numbers(place[3])))
      else { throw damage(number) }
      return .text(
        codes: try codes(place[2], width: place[1], below: texts.count, number), texts: texts)
    case .number:
      let numbers = try self.numbers(place[2], width: place[1], number)
      return .number(low: numbers, high: numbers)
    case .date:
      let first = try rowNumbers(place[2], number)
      return .date(first: first, last: place[3] == 0 ? first : try rowNumbers(place[3], number))
    case .link:
      return .link(rows: try rowNumbers(place[2], number))
    case .answer:
      let values = image.bytes(place[3])
      return .answer(
        codes: try codes(place[2], width: place[1], below: values.count, number),
        grounds: values.map { Ground(value: ImageGrounds.value(of: $0)) })
    case .history: return try history(place, number)
    }
  }

  private func history(
    _ place: ColumnPlace, _ number: Int
  ) throws(DatasetError) -> Column.Values {
    let all = ImageHistories(image: image)
    var timelines: [Timeline] = []
    for history in image.numbers(place[3], as: UInt16.self) {
      guard let timeline = all.timeline(Int(history)) else { throw damage(number) }
      timelines.append(timeline)
    }
    return .history(
      codes: try codes(place[2], width: place[1], below: timelines.count, number),
      timelines: timelines, grounds: ImageGrounds(image: image).all)
  }
}

/// The sections of a column, and their numbers.
private struct ColumnPlace {
  let kind: ImageLayout.Kind
  private let numbers: UnsafeBufferPointer<UInt32>
  private let first: Int

  init?(_ numbers: UnsafeBufferPointer<UInt32>, _ column: Int) {
    first = column * ImageLayout.columnNumbers
    guard first >= 0, first + ImageLayout.columnNumbers <= numbers.count,
      let kind = ImageLayout.Kind(rawValue: numbers[first])
    else { return nil }
    self.kind = kind
    self.numbers = numbers
  }

  /// A number of the record, below `ImageLayout.columnNumbers`.
  subscript(number: Int) -> Int { Int(numbers[first + number]) }
}

// MARK: Sections

extension ImageRows {
  private func place(_ number: Int) throws(DatasetError) -> ColumnPlace {
    // Not until a column is asked for: the fields of a schema are made no sooner.
    guard columns == schema.fields.count else {
      throw RecordImage.fault("it was made for other fields of \(schema.name)")
    }
    let numbers = image.numbers(.columns, as: UInt32.self)
    guard let place = ColumnPlace(numbers, firstColumn + number) else { throw damage(number) }
    return place
  }

  private func damage(_ number: Int) -> DatasetError {
    RecordImage.fault("\(schema.name).\(schema.fields[number].name) is damaged")
  }

  /// Codes of one, two or four bytes, one for each row and all below a number.
  private func codes(
    _ section: Int, width: Int, below end: Int, _ number: Int
  ) throws(DatasetError) -> Codes {
    let most: Int
    let codes: Codes
    switch width {
    case 1:
      let narrow = image.numbers(section, as: UInt8.self)
      most = Int(narrow.max() ?? 0)
      codes = Codes(.bytes(Array(narrow)))
    case 2:
      let narrow = image.numbers(section, as: UInt16.self)
      most = Int(narrow.max() ?? 0)
      codes = Codes(.shorts(Array(narrow)))
    default:
      let wide = image.numbers(section, as: UInt32.self)
      most = Int(wide.max() ?? 0)
      codes = Codes(.words(Array(wide)))
    }
    guard codes.count == rows, rows == 0 || most < end else { throw damage(number) }
    return codes
  }

  private func numbers(
    _ section: Int, width: Int, _ number: Int
  ) throws(DatasetError) -> Numbers {
    let numbers: Numbers =
      switch width {
      case 1: Numbers(.bytes(Array(image.numbers(section))))
      case 2: Numbers(.shorts(Array(image.numbers(section))))
      case 4: Numbers(.ints(Array(image.numbers(section))))
      default:
        Numbers(
          .doubles(image.numbers(section, as: UInt64.self).map { Double(bitPattern: $0) }))
      }
    guard numbers.count == rows else { throw damage(number) }
    return numbers
  }

  /// Days or the numbers of linked rows.
  private func rowNumbers(_ section: Int, _ number: Int) throws(DatasetError) -> [Int32] {
    let numbers = image.numbers(section, as: Int32.self)
    guard numbers.count == rows else { throw damage(number) }
    return Array(numbers)
  }

  /// The rows of a bitmap; none where the image has no section for them.
  private func rows(_ section: Int, _ number: Int) throws(DatasetError) -> Bitmap {
    guard section != 0 else { return Bitmap(count: rows) }
    let words = image.numbers(section, as: UInt64.self)
    guard let bitmap = Bitmap(count: rows, words: Array(words)) else { throw damage(number) }
    return bitmap
  }

  private func candidates(_ section: Int) -> [Int: Set<Int32>] {
    var candidates: [Int: Set<Int32>] = [:]
    let numbers = image.numbers(section, as: UInt32.self)
    var at = 0
    while at + 1 < numbers.count {
      let count = Int(numbers[at + 1])
      guard at + 2 + count <= numbers.count else { return candidates }
      candidates[Int(numbers[at])] = Set(
        numbers[(at + 2)..<(at + 2 + count)].map { Int32(bitPattern: $0) })
      at += 2 + count
    }
    return candidates
  }
}
