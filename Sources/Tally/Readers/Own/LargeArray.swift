// Arrays of all rows: their memory is asked for in large pages before it is first written.

internal import CBlockMasks

/// Makes arrays of a column's values.
enum LargeArray {
  /// An array that a body fills from its first element on; the body counts what it has written.
  ///
  /// Unsafe, for the memory has no values yet, and clearing it first would write it twice.
  static func filled<Value: BitwiseCopyable>(
    _ count: Int, _ body: (UnsafeMutableBufferPointer<Value>, inout Int) -> Void
  ) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { into, filled in
      tally_prefer_large_pages(into.baseAddress, Int64(count * MemoryLayout<Value>.stride))
      body(into, &filled)
    }
  }
}
