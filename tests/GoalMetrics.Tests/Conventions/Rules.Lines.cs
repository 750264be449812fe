using System.Text.RegularExpressions;

namespace GoalMetrics.Tests.Conventions;

/// <summary>The rules about how code is laid out on the page.</summary>
internal static partial class Rules
{
    private const int LongestLine = 140;

    public static IEnumerable<string> LongFiles(IEnumerable<(string Path, string Text)> files) => files
        .Where(file => file.Text.Split('\n').Length > 301)
        .Select(file => file.Path);

    public static IEnumerable<string> LongLines(IEnumerable<(string Path, string Text)> files) => files
        .SelectMany(
            file => file.Text.Split('\n').Select((line, index) => (file.Path, Number: index + 1, Length: line.TrimEnd('\r').Length)))
        .Where(line => line.Length > LongestLine)
        .Select(line => $"{line.Path}:{line.Number} has {line.Length} characters");

    /// <summary>Conditional expressions inside another.</summary>
    public static IEnumerable<string> NestedConditionals(IEnumerable<(string Path, string Text)> files) => files
        .SelectMany(file => NestedConditionalLines(file.Text).Select(line => $"{file.Path}:{line}"));

    // A conditional expression lasts until its brackets close, or until a comma or a semicolon that is not in brackets of its own.
    private static List<int> NestedConditionalLines(string text)
    {
        var code = TextOrComment().Replace(text, match => new string('\n', match.Value.Count(c => c == '\n')));
        var (found, open, depth, line) = (new List<int>(), new Stack<int>(), 0, 1);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '\n':
                    line++;
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    Close(depth + 1);
                    break;
                case ',' or ';':
                    Close(depth);
                    break;
                case '?' when IsConditional(i):
                    if (open.Count > 0)
                    {
                        found.Add(line);
                    }

                    open.Push(depth);
                    break;
            }
        }

        return found;

        void Close(int from)
        {
            while (open.TryPeek(out var at) && at >= from)
            {
                open.Pop();
            }
        }

        // Unlike 'int?', '?.' and '??' it stands alone.
        bool IsConditional(int at) => at > 0 && at + 1 < code.Length && char.IsWhiteSpace(code[at - 1]) && char.IsWhiteSpace(code[at + 1]);
    }

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    // A comment, a raw text, a verbatim text, a plain text, a character.
    [GeneratedRegex(
        "//.*|\\$*\"\"\"[\\s\\S]*?\"\"\"|\\$?@\\$?\"(?:[^\"]|\"\")*\"|\\$?\"(?:[^\"\\\\\\n]|\\\\.)*\""
        + "|'(?:[^'\\\\\\n]|\\\\.)+'")]
    private static partial Regex TextOrComment();
}
