using System.Runtime.ExceptionServices;

namespace GoalMetrics;

// Work in parts, numbered from 0, that are done on the caller's thread and on threads of the pool. The caller's thread does all that no
// other has begun, so it waits for parts on their way but never for a pool that is busy.
internal sealed class SharedWork(int count, Action<int> part)
{
    private readonly TaskCompletionSource _allDone = new();
    private int _begun;
    private int _done;
    private ExceptionDispatchInfo? _failure;

    // Returns when all parts are done. The first exception comes out as it is.
    public void Run()
    {
        for (var other = 1; other < count; other++)
        {
            ThreadPool.QueueUserWorkItem(_ => DoParts());
        }

        DoParts();
        _allDone.Task.Wait();
        _failure?.Throw();
    }

    private void DoParts()
    {
        for (var next = Next(); next < count; next = Next())
        {
            try
            {
                part(next);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            }

            if (Interlocked.Increment(ref _done) == count)
            {
                _allDone.SetResult();
            }
        }
    }

    private int Next() => Interlocked.Increment(ref _begun) - 1;
}
