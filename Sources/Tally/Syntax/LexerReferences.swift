// Tokens that stand for something else: parameters, earlier results, blocks of lines.

extension Lexer {
  /// `$name`.
  mutating func lexParameter() {
    let start = position
    position += 1
    guard isLetter(peek(0)) else {
      return report(.strangeMark(Span(start, position), "$"), from: start)
    }
    takeWordBytes()
    let name = source.text(Span(start + 1, position)).lowercased()
    guard !Reserved.contains(name) else {
      return report(.reservedParameter(Span(start, position), name), from: start)
    }
    add(.parameter, from: start, name)
  }

  /// `_` or `_3`.
  mutating func lexResult() {
    let start = position
    position += 1
    while UInt8(ascii: "0")...UInt8(ascii: "9") ~= peek(0) { position += 1 }
    guard !isLetter(peek(0)), peek(0) != UInt8(ascii: "_") else {
      takeWordBytes()
      return report(.nameBeginsWithMark(Span(start, position), source), from: start)
    }
    add(.result, from: start, source.text(Span(start, position)))
  }

  /// The lines from one that ends with `<<` to one that begins with `>>`.
  /// - Returns: whether it has an end.
  mutating func lexBlock() -> Bool {
    let start = position
    position += 2
    while isBlank(peek(0)) { position += 1 }
    guard position >= bytes.count || peek(0) == UInt8(ascii: "\n") else {
      report(.blockBeginsOnNextLine(Span(start, start + 2)), from: start)
      return true
    }
    position = min(position + 1, bytes.count)
    let first = position
    while position < bytes.count {
      let line = position
      while isBlank(peek(0)) { position += 1 }
      if peek(0) == UInt8(ascii: ">"), peek(1) == UInt8(ascii: ">") {
        position += 2
        guard let text = String(validating: bytes[first..<line], as: UTF8.self) else {
          report(.notUTF8(Span(first, line)), from: start)
          return true
        }
        add(.block, from: start, text)
        return true
      }
      while position < bytes.count, peek(0) != UInt8(ascii: "\n") { position += 1 }
      position = min(position + 1, bytes.count)
    }
    report(.unclosedBlock(Span(start, start + 2)), from: start)
    return false
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
  }
}
