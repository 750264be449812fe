using System.Diagnostics;
using GoalMetrics.Tests.Conventions;

namespace GoalMetrics.Tests.Samples;

/// <summary>A sample run in a process of its own.</summary>
internal static class Sample
{
    /// <summary>What the sample writes. It must succeed without errors in any culture and from any folder.</summary>
    public static async Task<string[]> LinesOf(string name)
    {
        // The sample is built in the same configuration as the tests, into the same place below its own project.
        var output = Path.GetRelativePath(SourceTree.PathOf("tests/GoalMetrics.Tests"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(SourceTree.PathOf($"docs/samples/{name}"), output, $"{name}.dll") },
            Environment = { ["LC_ALL"] = "da_DK.UTF-8" },
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        (await errors).Should().BeEmpty();
        process.ExitCode.Should().Be(0);
        return text.Split(Environment.NewLine);
    }
}
