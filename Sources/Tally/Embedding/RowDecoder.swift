// Rows of an answer into types of the caller, without Foundation.

extension Rows {
  /// Each row as a value of a type.
  func decoded<Value: Decodable>(as type: Value.Type) throws(TallyError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for row in self { values.append(try row.decoded(as: type)) }
    return values
  }
}

extension Row {
  /// The row as a value of a type.
  ///
  ///     struct Rule: Decodable {
  ///       var name: String
  ///       var detainers: YesNo
  ///     }
  ///     let rows = try session.rows("list counties in DE | show name, detainers")
  ///     let first = try rows[0].decoded(as: Rule.self)
  ///
  /// - Throws: `TallyError.decoding` with the row's number, from 1, and the column.
  public func decoded<Value: Decodable>(as type: Value.Type) throws(TallyError) -> Value {
    do {
      return try Value(from: RowDecoder(row: self))
    } catch let error as TallyError {
      throw error
    } catch let error as DecodingError {
      throw fault(error.place, error.problem)
    } catch {
      throw fault("", "does not fit: \(error)")
    }
  }

  fileprivate func fault(_ column: String, _ problem: String) -> TallyError {
    .decoding(path: "row \(number + 1)", column: column, problem: problem)
  }
}

extension DecodingError {
  fileprivate var place: String {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.map(\.stringValue).joined(separator: ".")
    @unknown default: ""
    }
  }

  fileprivate var problem: String {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      "does not fit: \(context.debugDescription)"
    @unknown default: "does not fit"
    }
  }
}

/// Hands out the cells of one row by the names of their columns.
private struct RowDecoder: Decoder {
  let row: Row
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RowColumns(row: row))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw row.fault("", "has no place: a row is decoded by the names of its columns")
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    guard row.cells.count == 1, let name = row.places.keys.first else {
      throw row.fault("", "has no place: a row of several columns is no single value")
    }
    return CellDecoder(cell: row.cells[0], column: name, row: row)
  }
}

private struct RowColumns<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let row: Row
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { row.places.keys.compactMap(Key.init(stringValue:)) }

  /// Every column is said to be there: one that is not must be an error, and never nil.
  func contains(_ key: Key) -> Bool { true }

  /// Only what does not apply is nil: what is not known is something else.
  func decodeNil(forKey key: Key) throws -> Bool { try cell(key).cell == .none }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    do { return try Value(from: cell(key)) } catch let error as DecodingError {
      throw row.fault(key.stringValue, error.problem)
    }
  }

  private func cell(_ key: Key) throws -> CellDecoder {
    guard let cell = row[key.stringValue] else {
      throw row.fault(key.stringValue, "is not in the answer: name it with | show")
    }
    return CellDecoder(cell: cell, column: key.stringValue, row: row)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw noParts(key) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw noParts(key)
  }

  func superDecoder() throws -> any Decoder { RowDecoder(row: row) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try cell(key) }

  private func noParts(_ key: Key) -> TallyError {
    row.fault(key.stringValue, "is one value and has no parts")
  }
}

/// One cell as a value.
struct CellDecoder: Decoder, SingleValueDecodingContainer {
  let cell: Cell
  let column: String
  let row: Row
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw row.fault(column, "is one value and has no parts")
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw row.fault(column, "is one value and no list")
  }

  func decodeNil() -> Bool { cell == .none }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard cell.yesNo == nil else {
      throw row.fault(
        column, "is an answer, which may be unknown: decode it into YesNo and not into Bool")
    }
    throw misfit("true or false")
  }

  func decode(_ type: String.Type) throws -> String {
    switch cell {
    case .text(let text), .date(let text): return text
    case .number, .percent, .answer, .figure, .unknown, .none: throw misfit("a text")
    }
  }

  func decode(_ type: Double.Type) throws -> Double { try number() }
  func decode(_ type: Float.Type) throws -> Float { Float(try number()) }
  func decode(_ type: Int.Type) throws -> Int { try whole(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

  private func number() throws -> Double {
    switch cell {
    case .number(let number), .percent(let number): return number
    case .figure(let figure):
      do throws(TallyError) { return try figure.exactValue() } catch {
        throw row.fault(column, "is no single number: \(error); decode it into Figure")
      }
    case .text, .date, .answer, .unknown, .none: throw misfit("a number")
    }
  }

  private func whole<Whole: FixedWidthInteger>(_ type: Whole.Type) throws -> Whole {
    let number = try number()
    guard let whole = Whole(exactly: number) else {
      throw row.fault(column, "is \(number), which is no \(type)")
    }
    return whole
  }

  fileprivate func misfit(_ wanted: String) -> TallyError {
    switch cell {
    case .unknown(let reason):
      let why = reason.map { " (\($0))" } ?? ""
      return row.fault(column, "is not known\(why): decode it into Known")
    case .none: return row.fault(column, "does not apply: decode it into an optional or Known")
    case .text, .number, .percent, .date, .answer, .figure:
      return row.fault(column, "is \(cell.word) and not \(wanted)")
    }
  }
}

extension Cell {
  fileprivate var word: String {
    switch self {
    case .text(let text): "the text \"\(text)\""
    case .number(let number), .percent(let number): "the number \(number)"
    case .date(let date): "the date \(date)"
    case .answer(let isYes): isYes ? "the answer yes" : "the answer no"
    case .figure: "a figure"
    case .unknown: "not known"
    case .none: "nothing"
    }
  }
}

extension YesNo: Decodable {
  /// The answer in a cell of tally's; no other decoder has one.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? CellDecoder else { throw DecodingError.onlyOfRows(decoder) }
    guard let value = decoder.cell.yesNo else { throw decoder.misfit("an answer") }
    self = value
  }
}

extension Known: Decodable where Value: Decodable {
  /// The value in a cell of tally's, or that it is not known or does not apply.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? CellDecoder else { throw DecodingError.onlyOfRows(decoder) }
    switch decoder.cell {
    case .unknown(let reason): self = .unknown(reason: reason)
    case .none: self = .none
    case .text, .number, .percent, .date, .answer, .figure:
      self = .value(try Value(from: decoder))
    }
  }
}

extension Figure: Decodable {
  /// The figure in a cell of tally's; no other decoder has one.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? CellDecoder else { throw DecodingError.onlyOfRows(decoder) }
    guard case .figure(let figure) = decoder.cell else { throw decoder.misfit("a figure") }
    self = figure
  }
}

extension Period: Decodable {
  /// The period that a text names: `2019`, `2019-06`, `2019-06-21`, `fy2018`.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let period = Period(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) is no date"))
    }
    self = period
  }
}

extension DecodingError {
  fileprivate static func onlyOfRows(_ decoder: any Decoder) -> DecodingError {
    .dataCorrupted(
      .init(
        codingPath: decoder.codingPath,
        debugDescription: "the type is only decoded of rows of an answer"))
  }
}
