// A Frictionless Table Schema in JSON to what tally uses of it.

extension TableSchema {
  /// The schema of a JSON text.
  /// - Throws: `DatasetError` that says what is wrong with it, in a sentence each.
  public init(json: [UInt8], name: String = "the schema") throws(DatasetError) {
    try self.init(try JSONTextReader.value(json, name: name), name: name)
  }

  /// The schema of a value.
  init(_ value: JSONText, name: String) throws(DatasetError) {
    guard let list = value["fields"]?.list else {
      throw DatasetError(faults: ["\(name): there is no list \"fields\""])
    }
    var faults: [String] = []
    let fields = list.enumerated().compactMap { number, field in
      TableField(field, place: "\(name): field \(number + 1)", &faults)
    }
    var keys: [ForeignKey] = []
    for key in value["foreignKeys"]?.list ?? [] {
      guard let own = key["fields"]?.texts, let reference = key["reference"],
        let targets = reference["fields"]?.texts, own.count == targets.count
      else {
        faults.append("\(name): a foreign key needs as many fields as its reference has")
        continue
      }
      keys.append(
        ForeignKey(fields: own, table: reference["resource"]?.text ?? "", targets: targets))
    }
    guard faults.isEmpty else { throw DatasetError(faults: faults) }
    self.init(
      fields: fields, missingValues: value["missingValues"].flatMap(MissingValues.texts),
      primaryKey: value["primaryKey"]?.texts ?? [], foreignKeys: keys)
  }
}

/// Words for unknown as schemas write them.
private enum MissingValues {
  /// Texts, or objects that have one as their value.
  static func texts(_ value: JSONText) -> [String]? {
    value.texts ?? value.list?.compactMap { $0.text ?? $0["value"]?.text }
  }
}

extension TableField {
  /// The field of a value; nil, with what is wrong, for no field.
  fileprivate init?(_ value: JSONText, place: String, _ faults: inout [String]) {
    guard let name = value["name"]?.text else {
      faults.append("\(place) has no name")
      return nil
    }
    let type = value["type"]?.text ?? "string"
    guard let kind = Kind(rawValue: type) else {
      faults.append(
        "\(place), \(name), is of the type \(type); a column can be "
          + Kind.allCases.map(\.rawValue).joined(separator: ", "))
      return nil
    }
    let format = value["format"]?.text
    if kind == .date, let format, DateText.order(format: format) == nil {
      faults.append(
        "\(place), \(name), has dates as \(format), not %Y-%m-%d, %m/%d/%Y, %d/%m/%Y or %d.%m.%Y"
      )
      return nil
    }
    let groupMark = TableField.mark(value["groupChar"])
    let decimalMark = TableField.mark(value["decimalChar"])
    if let groupMark, groupMark == decimalMark ?? UInt8(ascii: ".") {
      faults.append(
        "\(place), \(name), has one mark for groups and for decimals: say another decimalChar")
      return nil
    }
    let constraints = value["constraints"]
    self.init(
      name, kind, format: format, title: value["title"]?.text,
      meaning: value["description"]?.text ?? "",
      missingValues: value["missingValues"].flatMap(MissingValues.texts),
      words: kind == .string || kind == .any ? constraints?["enum"]?.texts ?? [] : [],
      isRequired: constraints?["required"] == .bool(true),
      yesWords: value["trueValues"]?.texts ?? [], noWords: value["falseValues"]?.texts ?? [],
      decimalMark: decimalMark, groupMark: groupMark)
    let isClosed = kind == .string || kind == .any
    let checked: Set = isClosed ? ["enum", "required"] : ["required"]
    let asked = (constraints?.names ?? []).filter { !checked.contains($0) }
    unchecked = asked + (value["bareNumber"] == .bool(false) ? ["bareNumber"] : [])
  }

  /// A mark of one byte.
  private static func mark(_ value: JSONText?) -> UInt8? {
    guard let text = value?.text, text.utf8.count == 1 else { return nil }
    return text.utf8.first
  }
}
