// How the image of the record is laid out: what the builder writes and the program reads.

/// The layout of the image: a header, a table of sections, and the sections.
///
/// All numbers are little-endian. A section begins at a multiple of eight bytes and is one list of
/// numbers of one width, or bytes of texts. The first sections have fixed numbers, `Part`; columns
/// name the others.
package enum ImageLayout {
  /// The first eight bytes: `TALLYIMG`.
  package static let magic: UInt64 = 0x474D_4959_4C4C_4154
  /// The version of this layout: one more with each change of it.
  package static let version: UInt32 = 3
  /// Bytes before the table of sections: the magic number, the version, the number of bytes, the
  /// number of sections, the latest day, and the sha256 of the tables in 64 hexadecimal digits.
  package static let headerBytes = 88
  /// Where the sha256 begins.
  package static let hashOffset = 24
  /// Bytes of an entry in the table of sections: the offset and the number of bytes.
  package static let sectionBytes = 8
  /// Numbers of 32 bits in a relation's record: rows, columns, the first column, and their sum.
  package static let relationNumbers = 4
  /// Numbers of 32 bits in a column's record.
  package static let columnNumbers = 14
  /// Numbers of 16 bits for a ground: its texts.
  package static let groundTexts = 5
  /// Texts for a document: key, title, publisher, publication, place; from the publisher on with
  /// the comma before it that the document's line has.
  package static let documentTexts = 5
  /// Texts for a published total: metric, number, key, source.
  package static let totalTexts = 4
  /// The day of a history's first piece, which holds from ever.
  package static let ever = Int32.min

  /// The last number of a relation's record: by it numbers that are none are told at once, before
  /// anything is as long as they say.
  package static func sum(_ rows: UInt32, _ columns: UInt32, _ first: UInt32) -> UInt32 {
    (rows &* 0x9E37 &+ columns) &* 0x79B9 &+ first ^ 0x5441_4C59
  }

  /// The sections that are there once.
  package enum Part: Int, CaseIterable {
    /// An empty one: what a column does not have.
    case nothing
    case relations, columns, nameEnds, names
    /// A value for each ground, and its texts: reason, basis, confidence, detail, sources.
    case groundValues, groundTexts, groundEnds, groundBytes
    /// The pieces of the histories: where each history ends, and each piece's day and ground.
    case historyEnds, pieceDays, pieceGrounds
    case documentEnds, documents
    case totalEnds, totals
  }

  /// The types of columns.
  package enum Kind: UInt32 {
    /// Codes, and words that stand in the schema.
    case category
    /// Codes, where each text ends, the texts.
    case text
    /// Numbers.
    case number
    /// First days, and last days where they differ.
    case date
    /// Row numbers.
    case link
    /// Codes and the values that they mean.
    case answer
    /// Codes and the numbers of histories; then the same at the latest day: codes, grounds, the
    /// rows not known; and in short: for each of these grounds the number of what it says, the
    /// first ground that says each, and the documents in the order of their first use by rows.
    case history
  }
}
