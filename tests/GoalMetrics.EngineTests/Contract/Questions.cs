namespace EngineTests.Contract;

// Puts the questions of a case to a source, in the way that the case says.
internal static class Questions
{
    // So many threads ask each question at once.
    private const int Threads = 2;

    /// <summary>Every answer that came to each request; several where several threads asked.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<AggregateAnswer>>> AskAsync(
        this IMetricSource source, Asking asking, IReadOnlyList<AggregateRequest> requests)
    {
        switch (asking)
        {
            case Asking.Together:
                var together = await source.AggregateAsync(requests);
                together.Should().HaveSameCount(requests);
                return [.. together.Select(answer => new[] { answer })];
            case Asking.InTurn:
                var snapshot = source.Snapshot();
                return await InTurnAsync(requests, request => AloneAsync(snapshot, request));
            default:
                return await AtOnceAsync(requests, request => AloneAsync(source, request));
        }
    }

    /// <summary>The facts that came to each request, as often as it was read.</summary>
    public static Task<IReadOnlyList<IReadOnlyList<List<string>>>> ReadAsync(
        this IMetricSource source, Asking asking, IReadOnlyList<FactRequest> readings)
    {
        if (asking == Asking.AtOnce)
        {
            return AtOnceAsync(readings, reading => ReadFacts.OfAsync(source, reading));
        }

        var seen = asking == Asking.InTurn ? source.Snapshot() : source;
        return InTurnAsync(readings, reading => ReadFacts.OfAsync(seen, reading));
    }

    private static async Task<AggregateAnswer> AloneAsync(IMetricSource source, AggregateRequest request) =>
        (await source.AggregateAsync([request])).Should().ContainSingle().Subject;

    private static async Task<IReadOnlyList<IReadOnlyList<TAnswer>>> InTurnAsync<TQuestion, TAnswer>(
        IReadOnlyList<TQuestion> questions, Func<TQuestion, Task<TAnswer>> ask)
    {
        List<TAnswer[]> answers = [];
        foreach (var question in questions)
        {
            answers.Add([await ask(question)]);
        }

        return answers;
    }

    // All threads begin when the last of them is ready.
    private static async Task<IReadOnlyList<IReadOnlyList<TAnswer>>> AtOnceAsync<TQuestion, TAnswer>(
        IReadOnlyList<TQuestion> questions, Func<TQuestion, Task<TAnswer>> ask)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = questions.Select(question => Enumerable.Range(0, Threads)
            .Select(_ => Task.Run(() => AfterStartAsync(question)))
            .ToArray())
            .ToArray();
        start.SetResult();
        List<TAnswer[]> answers = [];
        foreach (var question in asked)
        {
            answers.Add(await Task.WhenAll(question));
        }

        return answers;

        async Task<TAnswer> AfterStartAsync(TQuestion question)
        {
            await start.Task;
            return await ask(question);
        }
    }
}
