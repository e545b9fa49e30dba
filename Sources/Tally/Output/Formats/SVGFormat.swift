// The format of articles: the picture of an answer as a file that stands alone.

extension OutputFormat {
  /// A chart or a map as SVG, with its title, legend, date, base and sources.
  public static let svg = OutputFormat(
    name: "svg", summary: "the drawing of a chart or a map, to be put into an article",
    refusal: { answer in
      answer.picture == nil
        ? "svg draws the answers of chart and map, and this query has neither" : nil
    }
  ) { answer, _ in
    answer.picture.map { StyledText(PictureSVG($0, of: answer).text) } ?? StyledText()
  }
}
