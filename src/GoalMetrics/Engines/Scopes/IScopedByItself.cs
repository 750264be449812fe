namespace GoalMetrics;

// A source that shows a part of its facts by itself: nothing has to stand before it.
internal interface IScopedByItself
{
    IMetricSource Within(Filter filter, IEnumerable<string>? except);
}
