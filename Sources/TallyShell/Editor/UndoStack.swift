// What the entry was before each change, for Ctrl-_.

/// The earlier states of an entry.
struct UndoStack {
  /// A state: a text, and the cursor's place in it in scalars.
  struct State: Equatable {
    var text = ""
    var cursor = 0
  }

  /// How many changes can be taken back; the oldest go first.
  static let mostStates = 500

  private var states: [State] = []
  private var present = State()
  private var grows = false

  /// Notes what the entry is now; asked before each key.
  mutating func note(_ text: String, cursor: Int) {
    let next = State(text: text, cursor: cursor)
    defer { present = next }
    guard text != present.text else { return }
    // A word that is typed is taken back as a whole.
    let isTyping =
      text.utf8.count > present.text.utf8.count && cursor == present.cursor + 1
      && text.unicodeScalars.count == present.text.unicodeScalars.count + 1
    let endsWord = isTyping && text.unicodeScalars.last?.properties.isWhitespace == true
    if !(isTyping && grows) {
      if states.count == UndoStack.mostStates { states.removeFirst() }
      states.append(present)
    }
    grows = isTyping && !endsWord
  }

  /// Takes the last change back; nil where there is none.
  mutating func undo() -> State? {
    guard let state = states.popLast() else { return nil }
    present = state
    grows = false
    return state
  }
}
