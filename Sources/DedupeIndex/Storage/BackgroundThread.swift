#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread that works whenever it is woken, until there is nothing to do.
///
/// A thread rather than a task: it waits for the disk, which the threads of Swift's tasks must not.
final class BackgroundThread: @unchecked Sendable {
  // Sendable: everything that changes is guarded by `mutex`.

  private let work: @Sendable () -> Bool
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var isWoken = false
  private var isStopping = false
  #if canImport(Darwin)
    private var thread: pthread_t?
  #else
    private var thread = pthread_t()
  #endif
  private var isRunning = false

  /// Makes a thread that calls `work` until it returns false, each time it is woken.
  init(_ work: @escaping @Sendable () -> Bool) {
    self.work = work
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  /// Starts the thread; without one the callers do the work, when the memory is full.
  func start() {
    let context = Unmanaged.passRetained(self)
    isRunning = pthread_create(&thread, nil, enter, context.toOpaque()) == 0
    if !isRunning { context.release() }
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Tells the thread that there is something to do.
  func wake() {
    pthread_mutex_lock(mutex)
    isWoken = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Ends the thread after the work in hand.
  func stop() {
    pthread_mutex_lock(mutex)
    isStopping = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
    guard isRunning else { return }
    isRunning = false
    #if canImport(Darwin)
      if let thread { pthread_join(thread, nil) }
    #else
      pthread_join(thread, nil)
    #endif
  }

  fileprivate func run() {
    while waitUntilWoken() {
      while !mustStop, work() {}
    }
  }

  private func waitUntilWoken() -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !isWoken, !isStopping { pthread_cond_wait(condition, mutex) }
    isWoken = false
    return !isStopping
  }

  private var mustStop: Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return isStopping
  }
}

#if canImport(Darwin)
  private func enter(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<BackgroundThread>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#else
  private func enter(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<BackgroundThread>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#endif
