using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>Builds what templates may see: script objects, arrays, strings, numbers and booleans; never an object of ours, which would need reflection.</summary>
internal static class Script
{
    public static ScriptArray List<T>(IEnumerable<T> items, Func<T, object> each)
    {
        var list = new ScriptArray();
        foreach (var item in items)
        {
            list.Add(each(item));
        }

        return list;
    }
}
