using System.Text;

namespace CommerceKata.Catalog.Words;

/// <summary>The words by which a product is found, and where they stand, as PostgreSQL keeps them (tsvector).</summary>
/// <param name="Search">All of them, with their weights: A the name's, B the SKU's, C the category's, D the description's.</param>
/// <param name="Named">The name's alone.</param>
/// <param name="Known">Those that a mistyped word may be corrected to.</param>
internal sealed record ProductWords(string Search, string Named, IReadOnlySet<string> Known)
{
    private const int LongestJoined = 64;
    private const int MostJoined = 8;
    private const int MostPlaces = 16_000;

    /// <summary>PostgreSQL keeps so many places of a word.</summary>
    private const int MostPlacesOfOne = 255;

    /// <summary>Of a product's texts.</summary>
    public static ProductWords Of(string name, string sku, string category, string description)
    {
        var known = new HashSet<string>();
        var places = new Places(known);
        places.Add(name, 'A', everyForm: true);
        var named = places.ToString();
        places.Add(sku, 'B', everyForm: true, isSku: true);
        places.Add(category, 'C', everyForm: true);
        places.Add(description, 'D', everyForm: false);
        return new(places.ToString(), named, known);
    }

    /// <summary>Where each word stands.</summary>
    private sealed class Places(HashSet<string> known)
    {
        private readonly SortedDictionary<string, SortedDictionary<int, char>> _words = new(StringComparer.Ordinal);
        private int _next = 1;

        /// <summary>Adds the words of a text behind those that are there; phrases do not reach from one text into the next.</summary>
        /// <param name="text">The text.</param>
        /// <param name="weight">What finding a word in it counts.</param>
        /// <param name="everyForm">Whether a word is kept as it is beside its stem, so that it is found while it is typed.</param>
        /// <param name="isSku">Whether its words are no words of a language.</param>
        public void Add(string text, char weight, bool everyForm, bool isSku = false)
        {
            foreach (var group in WordSplitter.Split(text.Normalize(NormalizationForm.FormKC)))
            {
                if (_next > MostPlaces) return;
                var at = _next;
                Word? before = null;
                foreach (var word in group)
                {
                    if (word.IsUnspaced) Pairs(before, word, weight);
                    else Add(word.Plain, word.Exact, _next, weight, everyForm);
                    if (!isSku && Spelling.IsWord(word)) known.Add(word.Exact);
                    _next += word.Places;
                    before = word;
                }

                Join(group, at, weight, everyForm);
            }

            _next++;
        }

        /// <summary>As PostgreSQL reads it: 'word':1A,5C.</summary>
        public override string ToString() => string.Join(' ', _words.Select(word =>
            $"'{word.Key}':{string.Join(',', word.Value.Take(MostPlacesOfOne).Select(place => $"{place.Key}{place.Value}"))}"));

        private void Pairs(Word? before, Word word, char weight)
        {
            // What stands between two runs, such as a middle dot, may be left out by whoever types them.
            if (before is { IsUnspaced: true }) Put($"{before.Plain.EnumerateRunes().Last()}{word.Plain.EnumerateRunes().First()}", _next - 1, weight);
            foreach (var (at, pair) in word.Pairs().Index()) Put(pair, _next + at, weight);
        }

        /// <summary>Words that are written together, joined: "red/blue/green" has "redblue", "bluegreen" and "redbluegreen" too.</summary>
        private void Join(IReadOnlyList<Word> group, int at, char weight, bool everyForm)
        {
            if (group.Count is < 2 or > MostJoined || group.Any(word => word.IsUnspaced)) return;
            for (var first = 0; first < group.Count - 1; first++)
            {
                for (var last = first + 1; last < group.Count; last++)
                {
                    var joined = string.Concat(group.Take(last + 1).Skip(first).Select(word => word.Plain));
                    if (joined.Length <= LongestJoined) Add(joined, joined, at + first, weight, everyForm);
                }
            }
        }

        /// <summary>A word without its accents counts less than the one that was written, so that an exact accent comes first.</summary>
        private void Add(string plain, string exact, int at, char weight, bool everyForm)
        {
            var less = exact == plain || weight == 'D' ? weight : (char)(weight + 1);
            Put(Stems.Of(plain), at, less);
            if (everyForm) Put(plain, at, less);
            if (exact != plain) Put(exact, at, weight);
        }

        private void Put(string word, int at, char weight)
        {
            if (!_words.TryGetValue(word, out var places)) _words.Add(word, places = []);
            places.TryAdd(at, weight);
        }
    }
}
