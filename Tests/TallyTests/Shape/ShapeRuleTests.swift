// Each rule of the shape is shown to see a fault, and to leave a right text alone.

import Testing

@Suite("The rules of the shape") struct ShapeRuleTests {
  private func file(_ text: String, _ path: String = "Text/A.swift") -> ProjectFile {
    ProjectFile(path: path, text: text)
  }

  @Test func `comments and strings are no code, what is put into strings is`() {
    let source = ###"""
      let a = "{ // \(f("}") + g) {" /* { /* { */ */ + b // {
      let c = ##"{ \(no) \##(yes) "# "## + """
        { "quoted" \(deep)
        """
      """###
    let words = SwiftText(source).words.map(\.text)
    #expect(
      words == [
        "let", "a", "=", "f", "(", ")", "+", "g", "+", "b", "let", "c", "=", "yes", "+", "deep",
      ])
  }

  @Test func `long files and wide lines are seen`() {
    let right = String(repeating: "let a = 1\n", count: 400)
    #expect(ShapeRules.sizes(file(right)) == [])
    #expect(ShapeRules.sizes(file(right + "let b = 2\n")).map(\.line) == [401])
    let wide = String(repeating: "é", count: 100)
    #expect(ShapeRules.sizes(file("a\n" + wide)) == [])
    #expect(ShapeRules.sizes(file("a\n" + wide + "é")).map(\.line) == [2])
  }

  @Test(arguments: ["func f() {", "init(a: A = .init()) {", "var a: [B] {", "let a = f {"])
  func `long functions, properties and closures are seen`(start: String) {
    func text(_ lines: Int) -> String {
      "struct S {\n" + start + "\n" + String(repeating: "// {\n", count: lines - 2) + "}\n}\n"
    }
    #expect(ShapeRules.functions(file(text(50))) == [])
    #expect(ShapeRules.functions(file(text(51))).map(\.line) == [2])
  }

  @Test func `a long type of short functions is no long function`() {
    let short = "  func f() {\n  }\n"
    for head in ["struct S {", "extension S where T == U {", "final class C: D {"] {
      let text = head + "\n" + String(repeating: short, count: 60) + "}\n"
      #expect(ShapeRules.functions(file(text)) == [])
    }
    let protocolText = "protocol P {\n  func f() -> A\n  var a: B { get }\n}\n"
    #expect(ShapeRules.functions(file(protocolText)) == [])
  }

  @Test func `a file without its opening line is seen`() {
    #expect(ShapeRules.opening(file("// What it is for.\n\nimport A\nlet a = 1\n")) == [])
    #expect(ShapeRules.opening(file("import Testing\n")) == [])
    #expect(ShapeRules.opening(file("import A\nlet a = 1\n")).count == 1)
    #expect(ShapeRules.opening(file("//\n\nlet a = 1\n")).count == 1)
    #expect(ShapeRules.opening(file("// One line too\n// many.\n\nlet a = 1\n")).count == 1)
  }

  @Test(arguments: [
    "let a = try! f()", "let a = b as! C", "fatalError()", "preconditionFailure(\"\")",
    "precondition(a > b)", "print(a)", "let a = \"\\(try! f())\"",
  ])
  func `a word that the library must not use is seen`(line: String) {
    #expect(ShapeRules.forbidden(file("// A.\n\n" + line)).map(\.line) == [3])
  }

  @Test(arguments: [
    "// try! print(a)", "let a = \"fatalError print(\"", "let a = try? f()", "let a = b as? C",
    "reprint(a)", "printer.print(a)", "func print(_ a: A) {}", "let a = b != c",
  ])
  func `words that only look so are left alone`(line: String) {
    #expect(ShapeRules.forbidden(file(line)) == [])
  }

  @Test func `imports of Foundation are seen`() {
    let whole = file("import Foundation\n")
    let part = file("internal import FoundationEssentials\n")
    #expect(ShapeRules.foundation(whole, orItsEssentials: false).count == 1)
    #expect(ShapeRules.foundation(whole, orItsEssentials: true).count == 1)
    #expect(ShapeRules.foundation(part, orItsEssentials: false) == [])
    #expect(ShapeRules.foundation(part, orItsEssentials: true).count == 1)
    #expect(ShapeRules.foundation(file("// import Foundation"), orItsEssentials: true) == [])
  }

  @Test func `a type of a higher folder, or of a sibling, is seen`() {
    let token = file("struct Token {}", "Syntax/Token.swift")
    let column = file("struct Column {}\nprivate struct Page {}", "Data/Column.swift")
    let verb = file("struct Verb { let stage: Stage }", "Verbs/Verb.swift")
    let stage = file("enum Stage { case a(Verb, Column, Token) }", "Stages/Stage.swift")
    let session = file("struct Session { let a: Verb }", "Session.swift")
    let all = [token, column, verb, stage, session]
    #expect(Direction.faults(all) == [])

    let up = file("// A.\nfunc f(_ a: [Column]) {}\nlet b = Session()\n", "Text/Up.swift")
    #expect(Direction.faults(all + [up]).map(\.line) == [2, 3])
    let across = file("extension Column { var t: Token? { nil } }", "Data/Across.swift")
    #expect(Direction.faults(all + [across]).map(\.what) == ["Data knows Token of Syntax"])
    let lost = file("struct Lost {}", "Loft/Lost.swift")
    #expect(Direction.faults(all + [lost]).map(\.what) == ["the folder Loft has no level"])
  }

  @Test func `words that are not the type are left alone`() {
    let column = file("struct Column {}\nprivate struct Page {}", "Data/Column.swift")
    let others = [
      "// Column", "let a = \"Column\"", "let a = Columns()", "let a = Table.Column()",
      "struct A { struct Column {} ; let c: Column }", "struct Page {}",
      "func f<Column>(_ a: Column) {}",
    ]
    for text in others {
      #expect(Direction.faults([column, file(text, "Text/B.swift")]) == [], "\(text)")
    }
  }

  @Test func `a path that is not there, and a missing table, are seen`() {
    let right = """
      The lexer is in `Syntax/Lexer.swift`, see `Grammar/tally.ebnf`; `yes/no` is no path.

      | # | file | what happens | comes out |
      |---|---|---|---|
      | 1 | Syntax/Lexer, Parser | bytes to tokens | tree |
      | 2 | `Verbs/*` | lowers | plan |
      \(String(repeating: "| 3 | TallyShell/Shell | . | . |\n", count: 5))
      """
    let there: Set<String> = [
      "Sources/Tally/Syntax/Lexer.swift", "Grammar/tally.ebnf", "Sources/Tally/Verbs",
      "Sources/TallyShell/Shell.swift",
    ]
    let document = file(right, "ARCHITECTURE.md")
    #expect(ArchitectureRules.hasStageTable(document))
    #expect(ArchitectureRules.missingPaths(document, has: there.contains) == [])
    let wrong = file(
      "See `Syntax/Laxer.swift` and `Lost.md`.\n| 1 | Verbs/Lost | . |", "ARCHITECTURE.md")
    #expect(!ArchitectureRules.hasStageTable(wrong))
    #expect(
      ArchitectureRules.missingPaths(wrong, has: there.contains).map(\.line) == [1, 1, 2])
  }
}
