using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Gateway.Tests.Documents;

/// <summary>A front door that runs only what it knows.</summary>
internal sealed class TrustedDocumentTests
{
    private const string Trusted = "query Trusted { __typename }";
    private const string Other = "query Other { __typename }";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("trusted");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [Test]
    public async Task Documents_of_a_folder_run_by_hash_id_or_text_and_no_other_does()
    {
        Write("one/trusted.graphql", Trusted);
        await using var door = await TestDoor.StartAsync($"GraphQL:TrustedDocuments={_folder.FullName}");
        var hash = Hash(Trusted);

        (await PostAsync(door, new { documentId = "sha256:" + hash })).Data();
        (await PostAsync(door, new { documentId = hash })).Data();
        (await PostAsync(door, new { extensions = Persisted(hash) })).Data();
        (await PostAsync(door, new { query = Trusted })).Data();
        (await PostAsync(door, new { query = Trusted, extensions = Persisted(hash) })).Data();

        object[] refused =
        [
            new { query = Other },
            new { query = Trusted + " " },
            new { query = Other, documentId = "sha256:" + hash },
            new { query = Other, extensions = Persisted(Hash(Other)) },
            new { extensions = Persisted(Hash(Other)) },
            new { documentId = "nonsense" },
            new { query = "{ __schema { types { name } } }" },
        ];
        foreach (var body in refused) (await PostAsync(door, body)).Errors.Single().Code.ShouldBe("DOCUMENT_NOT_TRUSTED", body.ToString());
    }

    [TestCase("""{"abc": "query Trusted { __typename }"}""")]
    [TestCase("""{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "abc", "name": "Trusted", "type": "query", "body": "query Trusted { __typename }"}]}""")]
    public async Task Documents_of_a_manifest_run_by_the_id_that_it_has_for_them(string manifest)
    {
        await using var door = await TestDoor.StartAsync($"GraphQL:TrustedDocuments={Write("manifest.json", manifest)}");
        (await PostAsync(door, new { documentId = "abc" })).Data();
        (await PostAsync(door, new { extensions = Persisted(Hash(Trusted)) })).Data();
        (await PostAsync(door, new { query = Other })).Errors.Single().Code.ShouldBe("DOCUMENT_NOT_TRUSTED");
    }

    [TestCase("x.graphql", "{ nonsense }", "cannot be run here")]
    [TestCase("x.graphql", "{", "cannot be run here")]
    [TestCase("x.txt", Trusted, "names no document")]
    public void Folder_without_a_document_that_can_run_stops_the_start(string file, string text, string says)
    {
        Write(file, text);
        Refused(_folder.FullName).ShouldContain(says);
    }

    [TestCase("nonsense")]
    [TestCase("[]")]
    [TestCase("""{"abc": 7}""")]
    [TestCase("""{"operations": [{"id": "abc"}]}""")]
    public void Manifest_that_is_none_stops_the_start(string json) => Refused(Write("manifest.json", json)).ShouldContain("cannot be read");

    [Test]
    public void Path_to_nothing_stops_the_start() => Refused(Path.Combine(_folder.FullName, "nowhere")).ShouldContain("cannot be read");

    [Test]
    public async Task Document_with_a_required_variable_is_fine()
    {
        Write("x.graphql", "query Q($id: ID!) { node(id: $id) { id } }");
        await using var door = await TestDoor.StartAsync($"GraphQL:TrustedDocuments={_folder.FullName}");
        (await PostAsync(door, new { query = Other })).Errors.Single().Code.ShouldBe("DOCUMENT_NOT_TRUSTED");
    }

    private static string Refused(string path)
    {
        var message = Should.Throw<SettingException>(() => GatewayHost.Build(["--Listen:Port=0", "--Listen:ManagementPort=0", $"--GraphQL:TrustedDocuments={path}"])).Message;
        message.ShouldStartWith("GraphQL:TrustedDocuments");
        message.ShouldNotContain("\n");
        return message;
    }

    private string Write(string name, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
        return file.FullName;
    }

    private static async Task<Answer> PostAsync(TestDoor door, object body)
    {
        using var response = await door.Http.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), body);
        return new Answer(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static object Persisted(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
