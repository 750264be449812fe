namespace GoalMetrics.Statistics;

// Futures of a model. They come in pairs with opposite surprises, so that their mean stays where the points are.
internal static class SamplePaths
{
    // The line of least squares has two surprises of its own beside those of the steps.
    private const int OwnSurprises = 2;

    public static double[][] Of(ForecastModel model, int horizon, ForecastOptions options)
    {
        var random = options.Random;
        var surprises = new double[horizon + OwnSurprises];
        var paths = new double[options.Paths][];
        var scale = 1d;
        for (var path = 0; path < paths.Length; path++)
        {
            if (path % 2 == 0)
            {
                scale = Scale(model.DegreesOfFreedom, random);
                for (var i = 0; i < surprises.Length; i++)
                {
                    surprises[i] = random.Normal();
                }
            }
            else
            {
                for (var i = 0; i < surprises.Length; i++)
                {
                    surprises[i] = -surprises[i];
                }
            }

            paths[path] = new double[horizon];
            model.Simulate(surprises, scale, paths[path]);
            Bound(paths[path]);
        }

        return paths;
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

    // How much larger the true spread may be than the one seen: with few values, Student's t instead of the normal. Its chi-square is by
    // Wilson and Hilferty (1931).
    private static double Scale(int freedom, RandomNumbers random)
    {
        var ninth = 2d / (9d * freedom);
        var root = 1d - ninth + (random.Normal() * Math.Sqrt(ninth));
        return 1d / Math.Sqrt(Math.Max(0.05, root * root * root));
    }

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
