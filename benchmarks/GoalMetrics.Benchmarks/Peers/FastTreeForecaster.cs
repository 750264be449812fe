using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace GoalMetrics.Benchmarks.Peers;

/// <summary>
/// A forecast with what ML.NET restores without its package for time series: gradient boosted trees on the values before, each divided by
/// their mean, one step after the other. Trained on the series itself, or on many at once.
/// </summary>
internal sealed class FastTreeForecaster : IDisposable
{
    private readonly int _lags;
    private readonly PredictionEngine<Window, Score> _engine;

    private FastTreeForecaster(int lags, PredictionEngine<Window, Score> engine) => (_lags, _engine) = (lags, engine);

    /// <summary>Trains on all windows of the series.</summary>
    public static FastTreeForecaster Train(IEnumerable<double[]> series, int lags)
    {
        var context = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Window));
        schema[nameof(Window.Lags)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, lags);
        var data = context.Data.LoadFromEnumerable(series.SelectMany(values => WindowsOf(values, lags)), schema);
        var options = new FastTreeRegressionTrainer.Options
        {
            FeatureColumnName = nameof(Window.Lags),
            LabelColumnName = nameof(Window.Next),
            NumberOfThreads = 1,
        };
        var model = context.Regression.Trainers.FastTree(options).Fit(data);
        return new(lags, context.Model.CreatePredictionEngine<Window, Score>(model, inputSchemaDefinition: schema));
    }

    /// <summary>How many values before it a value is predicted from: a season and one, at most half the series.</summary>
    public static int LagsFor(int length, int season) => Math.Max(1, Math.Min(season + 1, length / 2));

    /// <summary>The steps ahead, each from those before.</summary>
    public double[] Forecast(double[] known, int horizon)
    {
        List<double> values = [.. known];
        for (var step = 0; step < horizon; step++)
        {
            var (lags, scale) = Scaled(values, values.Count, _lags);
            values.Add(_engine.Predict(new Window { Lags = lags }).Value * scale);
        }

        return [.. values.Skip(known.Length)];
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private static IEnumerable<Window> WindowsOf(double[] values, int lags)
    {
        for (var place = lags; place < values.Length; place++)
        {
            var (before, scale) = Scaled(values, place, lags);
            yield return new Window { Lags = before, Next = (float)(values[place] / scale) };
        }
    }

    private static (float[] Lags, double Scale) Scaled(IReadOnlyList<double> values, int place, int lags)
    {
        var before = Enumerable.Range(place - lags, lags).Select(i => values[i]).ToList();
        var mean = before.Average();
        var scale = mean == 0d ? 1d : mean;
        return ([.. before.Select(value => (float)(value / scale))], scale);
    }

    private sealed class Window
    {
        public float[] Lags { get; set; } = [];

        public float Next { get; set; }
    }

    private sealed class Score
    {
        [ColumnName("Score")]
        public float Value { get; set; }
    }
}
