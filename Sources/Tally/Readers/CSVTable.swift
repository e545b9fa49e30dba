// The cells of a table, packed: one arena of bytes and the place of each cell in it.

/// Records of cells, as a reader found them. Cells are compared and read as bytes; texts are made
/// only of the distinct ones.
public struct CSVTable: Sendable {
  /// The bytes that cells lie in: those of the file, and after them the cells that had quotes
  /// inside.
  private(set) var arena: [UInt8]
  private var cells: [Range<Int>] = []
  /// The number of the first cell after each record.
  private var recordEnds: [Int] = []

  /// A table without records over some bytes.
  init(arena: [UInt8] = []) { self.arena = arena }

  /// A table of texts, for small lists that were made in code.
  public init(records: [[String]]) {
    arena = []
    for record in records {
      for cell in record { appendCell(Array(cell.utf8)) }
      endRecord()
    }
  }

  /// How many records there are.
  public var count: Int { recordEnds.count }

  /// How many cells a record has.
  public func width(_ record: Int) -> Int { recordEnds[record] - firstCell(record) }

  /// Where a cell lies in the arena.
  func range(_ record: Int, _ column: Int) -> Range<Int> { cells[firstCell(record) + column] }

  /// The bytes of a cell.
  public func bytes(_ record: Int, _ column: Int) -> ArraySlice<UInt8> {
    arena[range(record, column)]
  }

  /// The code of a cell among the keys of another table; nil where it is none of them.
  public func code(_ record: Int, _ column: Int, among keys: Interner) -> Int? {
    keys.code(of: range(record, column), in: arena)
  }

  /// The text of a cell.
  public func text(_ record: Int, _ column: Int) -> String {
    String(decoding: bytes(record, column), as: UTF8.self)
  }

  /// All cells of a record as texts.
  public func texts(_ record: Int) -> [String] {
    (0..<width(record)).map { text(record, $0) }
  }

  private func firstCell(_ record: Int) -> Int { record == 0 ? 0 : recordEnds[record - 1] }

  /// Adds a cell that lies in the arena.
  mutating func endCell(_ range: Range<Int>) { cells.append(range) }

  /// Adds a cell that does not lie in the arena as it is.
  mutating func appendCell(_ bytes: [UInt8]) {
    let start = arena.count
    arena += bytes
    cells.append(start..<arena.count)
  }

  /// Ends a record.
  mutating func endRecord() { recordEnds.append(cells.count) }
}
