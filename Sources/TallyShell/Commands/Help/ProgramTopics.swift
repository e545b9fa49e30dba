// The pages on the program: formats, commands, settings and messages.

import Tally

extension HelpTopic {
  /// The pages on what is not the language.
  static let program = formats + commands + settings + messages

  private static let formats = OutputFormat.all.map { format in
    HelpTopic(
      format.name, "format", meaning: format.summary,
      examples: [
        ":format \(format.name)", "chart count counties where detainers by region",
      ])
  }

  /// A command that only sets a setting is explained as the setting.
  private static let commands = Command.all.filter { command in
    !command.examples.isEmpty || Setting.named(command.name) == nil
  }.map { command in
    HelpTopic(
      command.name, "command", meaning: command.summary, form: command.usage,
      details: command.detail.isEmpty ? [] : [command.detail], examples: command.examples)
  }

  private static let settings = Setting.all.filter { setting in
    !commands.contains { $0.name == setting.key }
  }.map { setting in
    HelpTopic(
      setting.key, "setting", meaning: setting.summary, form: ":\(setting.key) \(setting.form)",
      details: setting.choices.filter { !$0.meaning.isEmpty }.map { "\($0.name): \($0.meaning)" },
      examples: setting.choices.prefix(2).map { ":\(setting.key) \($0.name)" })
  }

  private static let messages =
    DiagnosticCode.all.map { code in
      HelpTopic(
        code.name, "message", meaning: code.meaning,
        examples: [code.right, code.wrong].compactMap(\.self),
        page: { ExplanationPage.page(code, $0, width: $1) })
    }
    + Lint.all.map { lint in
      HelpTopic(
        lint.code, "message", meaning: lint.meaning, examples: [lint.right, lint.wrong],
        page: { ExplanationPage.page(lint, $0, width: $1) })
    }
}
