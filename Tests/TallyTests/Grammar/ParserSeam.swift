// The one place where the judge touches the parser.

@testable import Tally

/// Whether the parser takes a text as a program: no error among its diagnostics. Names, types and
/// dates are not its business.
func parserAccepts(_ text: String) -> Bool {
  parserAccepts(bytes: Array(text.utf8))
}

/// The same for bytes, which need not be UTF-8.
func parserAccepts(bytes: [UInt8]) -> Bool {
  let (_, diagnostics) = Parser.parse(Source(bytes: bytes), table: .language)
  return !diagnostics.contains { $0.severity == .error }
}
