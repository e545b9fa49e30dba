// What a question may cost: steps, rows and time; and who counts them.

import Synchronization

/// How much a question may cost before it ends with an error.
///
///     let limits = Limits(steps: 10_000, rows: 500, time: .milliseconds(50))
///     let figure = try session.figure("count counties where detainers", limits: limits)
///
/// A task that is cancelled stops its question whatever the limits are. A question that was stopped
/// has no answer, and what asked it can ask the next one.
public struct Limits: Sendable {
  /// The most steps. A step is the work between two looks at the limits: one operator, a block of
  /// 65,536 rows of a scan, 256 distinct texts (4 where a pattern is matched), or 128 rows whose
  /// links are followed or that are written into the answer. What is kept of earlier questions,
  /// such as how many rows have each value, costs no steps again.
  public var steps: Int?
  /// The most rows or groups of an answer. An answer with more is refused and not cut: a list that
  /// ends early would say that there is no more.
  public var rows: Int?
  /// The longest time from the call to its answer. Reading a question, which takes at most a few
  /// milliseconds for the longest there may be, is not interrupted.
  public var time: Duration?

  /// When the time began; nil where it begins with the asking.
  private(set) var start: ContinuousClock.Instant?

  /// The same limits for a call that begins now, before its question is read.
  func begun() -> Limits {
    var copy = self
    if time != nil { copy.start = .now }
    return copy
  }

  /// Limits; nil is none.
  public init(steps: Int? = nil, rows: Int? = nil, time: Duration? = nil) {
    self.steps = steps
    self.rows = rows
    self.time = time
  }

  /// No limits but that of a cancelled task.
  public static let none = Limits()
}

/// Which limit a question met.
public enum LimitReached: Sendable, Equatable, CustomStringConvertible {
  /// Its task was cancelled.
  case cancelled
  /// It took more than so many steps.
  case steps(Int)
  /// Its answer has more than so many rows.
  case rows(Int)
  /// It took longer.
  case time(Duration)

  /// What happened, in a sentence.
  public var description: String {
    switch self {
    case .cancelled: "the task was cancelled before the answer was found"
    case .steps(let most): "the question takes more than \(most) steps: raise the limit or ask less"
    case .rows(let most):
      "the answer has more than \(most) rows: raise the limit, or ask for fewer with | take"
    case .time(let most): "the question takes longer than \(most): raise the limit or ask less"
    }
  }
}

/// Counts what one question costs.
///
/// A class, for all threads that work on the question share it.
final class Budget: Sendable {
  let limits: Limits
  private let end: ContinuousClock.Instant?
  private let steps = Atomic<Int>(0)
  private let isStopped = Atomic<Bool>(false)
  private let reached = Mutex<LimitReached?>(nil)

  /// A budget whose time runs from now.
  init(_ limits: Limits) {
    self.limits = limits
    end = limits.time.map { (limits.start ?? ContinuousClock.now).advanced(by: $0) }
  }

  /// The limit that was met first.
  var stop: LimitReached? { reached.withLock(\.self) }

  /// How many steps were taken.
  var taken: Int { steps.load(ordering: .relaxed) }

  /// Takes a step; true where the question must end.
  func step() -> Bool {
    // Threads that are lent belong to no task: what the caller's thread has heard goes for all.
    if isStopped.load(ordering: .relaxed) { return true }
    let count = steps.add(1, ordering: .relaxed).newValue
    if Task.isCancelled { return met(.cancelled) }
    if let most = limits.steps, count > most { return met(.steps(most)) }
    if let end, let time = limits.time, ContinuousClock.now >= end { return met(.time(time)) }
    return false
  }

  private func met(_ limit: LimitReached) -> Bool {
    reached.withLock { $0 = $0 ?? limit }
    isStopped.store(true, ordering: .relaxed)
    return true
  }
}
