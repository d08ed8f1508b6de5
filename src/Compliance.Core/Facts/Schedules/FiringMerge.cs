namespace Compliance.Core.Facts.Schedules;

/// <summary>The firings of several schedules in one ordered stream. Firings at the same moment each appear.</summary>
internal static class FiringMerge
{
    public static IEnumerable<long> Of(IReadOnlyList<FiringSequence> sequences, long from, long until)
        => Indexed(sequences, from, until).Select(f => f.Firing);

    /// <summary>As <see cref="Of"/>, with the place of the schedule in the list; at the same moment the earlier in the list is first.</summary>
    public static IEnumerable<(long Firing, int Source)> Indexed(IReadOnlyList<FiringSequence> sequences, long from, long until)
    {
        var streams = sequences.Select(s => s.Firings(from, until).GetEnumerator()).ToArray();
        try
        {
            var heads = streams.Select(s => s.MoveNext() ? s.Current : long.MaxValue).ToArray();
            while (true)
            {
                // A guest is in a handful of jobs at most: looking at every head is faster than keeping a heap.
                var source = 0;
                for (var i = 1; i < heads.Length; i++)
                {
                    source = heads[i] < heads[source] ? i : source;
                }

                if (heads.Length == 0 || heads[source] == long.MaxValue)
                {
                    yield break;
                }

                yield return (heads[source], source);
                heads[source] = streams[source].MoveNext() ? streams[source].Current : long.MaxValue;
            }
        }
        finally
        {
            foreach (var stream in streams)
            {
                stream.Dispose();
            }
        }
    }
}
