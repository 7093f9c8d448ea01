import CZstd

/// Bounds what the heap keeps for itself.
package enum HeapLimit {
  /// Lets all threads share a few heaps, before the first of them is started.
  ///
  /// By default glibc has eight for each processor, and a thread that ends leaves in its own what it
  /// has freed. In a filter that ran through a million records that was 100 MB.
  package static func set() { dedupe_limit_heaps(4) }
}
