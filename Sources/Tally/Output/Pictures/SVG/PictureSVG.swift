// A picture as an SVG file that stands alone: title, drawing, legend, base, date and sources.

/// Draws a picture of an answer as SVG 1.1.
///
/// The same answer gives the same bytes. Nothing is loaded from elsewhere; the font is the reader's
/// own. What is not settled is hatched, not only coloured, and screen readers get every number.
struct PictureSVG {
  private let picture: Picture
  private let answer: Answer
  private let chart: ChartData
  private let footer: Footer

  /// The drawing of an answer.
  init(_ picture: Picture, of answer: Answer) {
    self.picture = picture
    self.answer = answer
    chart = ChartData(answer, marks: .drawn)
    footer = Footer(answer, marks: .drawn)
  }

  /// The file.
  var text: String {
    let key = String(
      SHA256.hex(Array((answer.provenance.query + answer.provenance.hash).utf8)).prefix(8))
    var canvas = SVGCanvas(key: key)
    canvas.y = 14
    canvas.paragraph(title, size: 19, isBold: true)
    for definition in picture.definitions {
      canvas.paragraph(CleanText.line(definition), size: 12.5, fill: SVGInk.muted)
    }
    canvas.y += 16
    draw(&canvas)
    canvas.y += 10
    for line in endings { canvas.paragraph(line, size: 11, fill: SVGInk.muted) }
    return frame(canvas)
  }

  private var title: String { CleanText.query(picture.title) }

  private func draw(_ canvas: inout SVGCanvas) {
    switch picture.form {
    case .bars, .dots: RangeSVG(chart: chart, form: picture.form).draw(&canvas)
    case .lines:
      for chart in LineChart.all(chart, days: answer.provenance.asOf.days) {
        LineSVG(chart: chart).draw(&canvas)
      }
    case .tiles: TileSVG(chart: chart).draw(&canvas)
    case .places: PlaceSVG(layers: picture.layers).draw(&canvas)
    }
  }

  private func frame(_ canvas: SVGCanvas) -> String {
    let height = SVGCanvas.number((canvas.y + 20).rounded())
    let width = SVGCanvas.number(SVGCanvas.width)
    let key = canvas.key
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="title-\(key) desc-\(key)" \
      font-family="Helvetica, Arial, sans-serif">
      <title id="title-\(key)">\(SVGCanvas.escaped(title))</title>
      <desc id="desc-\(key)">\(SVGCanvas.escaped(description))</desc>
      <metadata>\(SVGCanvas.escaped(metadata))</metadata>
      <defs>
      <pattern id="open-\(key)" width="6" height="6" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)">
      <rect width="6" height="6" fill="#ffffff"/>
      <rect width="1.5" height="6" fill="\(SVGInk.open)"/>
      </pattern>
      </defs>
      <rect width="\(width)" height="\(height)" fill="#ffffff"/>
      \(canvas.body)</svg>

      """
  }

  /// Every number in words, for screen readers.
  private var description: String {
    let numbers: [String]
    if picture.form == .places {
      numbers = picture.layers.map { PlaceText.title($0, isLong: true) }
    } else {
      numbers = chart.columns.map { column in
        let rows = zip(chart.labels, column.marks).map { label, mark in
          let remark = mark.map { $0.remark.isEmpty ? "" : " " + $0.remark } ?? ""
          return label + ": " + (mark?.text ?? "none") + remark
        }
        return (column.title.isEmpty ? "" : column.title + ". ") + rows.joined(separator: "; ")
      }
    }
    return (numbers + chart.differences).joined(separator: ". ") + ". " + base + "."
  }

  /// All sources in full, the query and the whole hash.
  private var metadata: String {
    let provenance = answer.provenance
    let sources = provenance.sources.enumerated().map { index, source in
      "[\(index + 1)] " + Footer.source(source)
    }
    return "query: " + CleanText.query(provenance.query) + "; dataset " + footer.dataset
      + ", sha256 " + provenance.hash + "; sources: " + sources.joined(separator: "; ")
  }

  /// `of 3,143 counties, as of 2026-05-18`.
  private var base: String {
    switch answer.content {
    case .figure(let figure):
      let asOf = answer.provenance.asOf
      return footer.base(FigureText(figure: figure, asOf: asOf, marks: .drawn).measured())
    case .groups(let table): return tableText(table, isGroups: true).base() + date
    case .rows(let table):
      let all = picture.layers.reduce(0) { $0 + $1.count }
      return picture.form == .places
        ? "of " + table.unit.counted(all) + date : tableText(table, isGroups: false).base() + date
    case .card, .funnel, .verdicts, .transitions, .citation, .code: return String(date.dropFirst(2))
    }
  }

  private var date: String { ", as of \(answer.provenance.asOf)" }

  private func tableText(_ table: Table, isGroups: Bool) -> TableText {
    TableText(table: table, isGroups: isGroups, asOf: answer.provenance.asOf)
  }

  /// What stands below the drawing: what is open, base, date, notes, sources, dataset and query.
  private var endings: [String] {
    let provenance = answer.provenance
    let shown = provenance.sources.prefix(Self.mostSources).enumerated().map { index, source in
      "[\(index + 1)] "
        + [source.title, source.publisher, source.published].map(CleanText.line)
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let left = provenance.sources.count - shown.count
    let more = left > 0 ? ["and \(left) more sources, listed in the metadata of this file"] : []
    return details + [base] + answer.notes.map { "note: " + CleanText.line($0) } + shown + more
      + [footer.fullDataset, "query: " + CleanText.query(provenance.query)]
  }

  /// So many sources are in the picture itself.
  private static let mostSources = 4

  /// What a figure or a table says of what is open.
  private var details: [String] {
    switch answer.content {
    case .figure(let figure):
      let words = FigureText(figure: figure, asOf: answer.provenance.asOf, marks: .drawn)
      return [words.headline().text] + words.details().map(\.text)
    case .groups(let table):
      let words = tableText(table, isGroups: true)
      let lead = chart.lead.isEmpty ? [] : [chart.lead]
      return lead + chart.differences
        + [chart.showing, words.possible(), words.scope()].compactMap { $0 }
    case .rows(let table):
      return picture.form == .places
        ? [] : [chart.showing, tableText(table, isGroups: false).possible()].compactMap { $0 }
    case .card, .funnel, .verdicts, .transitions, .citation, .code: return []
    }
  }
}
