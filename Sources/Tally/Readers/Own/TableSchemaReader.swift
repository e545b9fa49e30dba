// A Frictionless Table Schema in JSON to what tally uses of it.

extension TableSchema {
  /// The schema of a JSON text.
  /// - Throws: `DatasetError` that says what is wrong with it, in a sentence each.
  public init(json: [UInt8]) throws(DatasetError) {
    throw DatasetError(faults: ["schemas cannot be read yet"])
  }
}
