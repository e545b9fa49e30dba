// Which folder of the library may know which: dependencies point down.

/// The levels of `Sources/Tally`, lowest first. A file may name types of its own folder and of
/// lower levels; folders on one level do not know each other, unless they stand together in one
/// group.
enum Direction {
  /// Each level is a list of groups, each group a list of folders that share it.
  static let levels: [[[String]]] = [
    [["Text"]],
    [["Syntax"], ["Data"]],
    [["Functions"], ["Readers"], ["Output"]],
    [["Plan"]],
    [["Check"], ["Engine"], ["SQL"]],
    [["Verbs", "Stages"]],
    [["Script"]],
    [["Session"]],
    [["Embedding"]],
  ]

  /// The uses of types that a folder must not know, and folders that have no level. Paths begin
  /// with the folder; a file at the root counts as `Session`.
  static func faults(_ files: [ProjectFile]) -> [Fault] {
    let texts = files.map { (path: $0.path, words: SwiftText($0.text).words) }
    var owners: [Substring: Set<String>] = [:]
    for (path, words) in texts {
      for name in declaredTypes(words) { owners[name, default: []].insert(folder(path)) }
    }
    var faults: [Fault] = []
    for (path, words) in texts {
      let home = folder(path)
      guard place(home) != nil else {
        faults.append(Fault(path: path, line: 1, what: "the folder \(home) has no level"))
        continue
      }
      let own = nestedNames(words)
      for (index, word) in words.enumerated() {
        guard let owner = owners[word.text], !own.contains(word.text) else { continue }
        guard index == 0 || words[index - 1].text != "." else { continue }
        if owner.contains(where: { mayKnow(home, $0) }) { continue }
        let folders = owner.sorted().joined(separator: ", ")
        faults.append(
          Fault(path: path, line: word.line, what: "\(home) knows \(word.text) of \(folders)"))
      }
    }
    return faults
  }

  private static func folder(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[0]) : "Session"
  }

  private static func place(_ folder: String) -> (level: Int, group: Int)? {
    for (level, groups) in levels.enumerated() {
      if let group = groups.firstIndex(where: { $0.contains(folder) }) { return (level, group) }
    }
    return nil
  }

  private static func mayKnow(_ home: String, _ other: String) -> Bool {
    if home == other { return true }
    guard let here = place(home), let there = place(other) else { return false }
    return there.level < here.level || here == there
  }

  private static let declaring: Set<Substring> = [
    "struct", "enum", "class", "actor", "protocol", "typealias",
  ]

  /// The types that a file declares at its top level, without those that only it can see.
  private static func declaredTypes(_ words: [SwiftWord]) -> Set<Substring> {
    var found: Set<Substring> = []
    var depth = 0
    var isPrivate = false
    for (index, word) in words.enumerated() {
      if word.text == "}" { depth -= 1 }
      if word.text == "{" || word.text == "}" { isPrivate = false }
      if word.text == "{" { depth += 1 }
      guard depth == 0 else { continue }
      if word.text == "private" || word.text == "fileprivate" { isPrivate = true }
      guard declaring.contains(word.text), index + 1 < words.count else { continue }
      if !isPrivate, words[index + 1].text.first?.isUppercase == true {
        found.insert(words[index + 1].text)
      }
    }
    return found
  }

  /// Names that a file gives to things of its own: nested types and generic parameters. They hide
  /// a type of the same name elsewhere.
  private static func nestedNames(_ words: [SwiftWord]) -> Set<Substring> {
    var found: Set<Substring> = []
    for (index, word) in words.enumerated() where index + 1 < words.count {
      let next = words[index + 1].text
      let declares = declaring.contains(word.text) || word.text == "associatedtype"
      let isGeneric =
        word.text == "<" && index + 2 < words.count
        && [":", ">", ","].contains(words[index + 2].text) && index > 1
        && ["func", "struct", "enum"].contains(words[index - 2].text)
      if declares || isGeneric { found.insert(next) }
    }
    return found
  }
}
