namespace GoalMetrics.Tests.Instruments.Json;

public sealed class EvaluationFailureJsonTests
{
    [Fact] // Neither the type of the error nor its stack is anybody's business outside.
    public void Write_Failure_SaysWhichAndWhy() => new EvaluationFailure("kpis/revenue", new InvalidOperationException("No facts."))
        .AsJson().ShouldBeJson("""{"path":"kpis/revenue","error":"No facts."}""");
}
