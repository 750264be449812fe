namespace GoalMetrics.Tests.Conventions;

/// <summary>The files of the repository the tests were built from.</summary>
internal static class SourceTree
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    public static IEnumerable<string> TopLevel() => Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path));

    public static IReadOnlyList<(string Path, string Text)> Files(params string[] folders)
    {
        var files = folders
            .SelectMany(folder => Directory.EnumerateFiles(PathOf(folder), "*.*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Where(path => Path.GetExtension(path) is ".cs" or ".md" or ".csproj" or ".props")
            .Select(path => (path, Read(path)))
            .ToList();
        files.Should().NotBeEmpty();
        return files;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GoalMetrics.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder;
    }
}
