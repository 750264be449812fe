namespace GoalMetrics.Statistics;

// Futures of a model. They come in pairs with opposite surprises, so that their mean stays where the points are.
internal static class SamplePaths
{
    // The line of least squares has two surprises of its own beside those of the steps.
    private const int OwnSurprises = 2;

    public static double[][] Of(ForecastModel model, int horizon, ForecastOptions options) => Of([model], 0d, horizon, options)[0];

    // Futures of two models at once. Their surprises are as alike as stated; what says where a stretch of past errors begins is the same.
    public static double[][][] Of(ForecastModel[] models, double correlation, int horizon, ForecastOptions options)
    {
        var random = options.Random;
        double[][] surprises = [.. models.Select(_ => new double[horizon + OwnSurprises])];
        double[][][] paths = [.. models.Select(_ => new double[options.Paths][])];
        var scale = 1d;
        for (var path = 0; path < options.Paths; path++)
        {
            if (path % 2 == 0)
            {
                scale = Scale(models.Min(model => model.DegreesOfFreedom), random);
                Draw(surprises, correlation, horizon, random);
            }
            else
            {
                Turn(surprises);
            }

            for (var model = 0; model < models.Length; model++)
            {
                var future = paths[model][path] = new double[horizon];
                models[model].Simulate(surprises[model], scale, future);
                Bound(future);
            }
        }

        return paths;
    }

    private static void Draw(double[][] surprises, double correlation, int horizon, RandomNumbers random)
    {
        for (var i = 0; i < surprises[0].Length; i++)
        {
            surprises[0][i] = random.Normal();
        }

        if (surprises.Length == 1)
        {
            return;
        }

        var own = Math.Sqrt(1d - (correlation * correlation));
        for (var i = 0; i < surprises[0].Length; i++)
        {
            surprises[1][i] = i < horizon ? (correlation * surprises[0][i]) + (own * random.Normal()) : surprises[0][i];
        }
    }

    private static void Turn(double[][] surprises)
    {
        foreach (var own in surprises)
        {
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = -own[i];
            }
        }
    }

    public static void KeepFromNegative(double[][] paths)
    {
        foreach (var path in paths)
        {
            for (var step = 0; step < path.Length; step++)
            {
                path[step] = Math.Max(0d, path[step]);
            }
        }
    }

    // How much larger the true spread may be than the one seen: with few values, Student's t instead of the normal.
    private static double Scale(int freedom, RandomNumbers random) => Math.Sqrt(freedom / random.ChiSquare(freedom));

    // Factors that fall to nothing would make a future that is no number.
    private static void Bound(double[] path)
    {
        const double largest = 1e300;
        for (var step = 0; step < path.Length; step++)
        {
            path[step] = double.IsNaN(path[step]) ? largest : Math.Clamp(path[step], -largest, largest);
        }
    }
}
