#if THREAD_SANITIZER
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif

  /// Takes the place of the `Mutex` of the library in builds for the thread sanitizer.
  ///
  /// On Linux the library's is made of system calls that the sanitizer does not know: it calls a race
  /// whatever they guard.
  package struct Mutex<Value>: @unchecked Sendable {
    // Sendable: the value is reached under the lock alone.

    private final class Guarded {
      var value: Value
      let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

      init(_ value: Value) {
        self.value = value
        pthread_mutex_init(lock, nil)
      }

      deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
      }
    }

    private let guarded: Guarded

    package init(_ value: Value) { guarded = Guarded(value) }

    package func withLock<Result, Failure: Error>(
      _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
      pthread_mutex_lock(guarded.lock)
      defer { pthread_mutex_unlock(guarded.lock) }
      return try body(&guarded.value)
    }

    package func withLockIfAvailable<Result, Failure: Error>(
      _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result? {
      guard pthread_mutex_trylock(guarded.lock) == 0 else { return nil }
      defer { pthread_mutex_unlock(guarded.lock) }
      return try body(&guarded.value)
    }
  }
#endif
