using System.Text;
using CommerceKata.Catalog.Import;
using Dapper;
using Npgsql;

namespace CommerceKata.Catalog.Tests;

/// <summary>A running Catalog, and the command <c>import</c> with its database.</summary>
internal abstract class ImportFixture : CatalogFixture
{
    protected const string Header = "sku,name,description,category,price,initial_stock,low_stock_threshold\n";

    protected string Folder { get; } = Directory.CreateTempSubdirectory("commerce-kata-import-").FullName;

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    protected Task<(int Code, string Output)> ImportAsync(string content, params string[] args) =>
        ImportAsync(Encoding.UTF8.GetBytes(content), isTerminal: false, args);

    protected async Task<(int Code, string Output)> ImportAsync(byte[] content, bool isTerminal, params string[] args)
    {
        var path = Path.Combine(Folder, Guid.NewGuid() + ".csv");
        await File.WriteAllBytesAsync(path, content);
        var output = new StringWriter { NewLine = "\n" };
        string[] settings =
        [
            "--environment=Development", $"--ConnectionStrings:Catalog={Service.ConnectionString}", "--Telemetry:Enabled=false",
            "--Log:Level=Warning",
        ];
        var code = await ImportCommand.RunAsync([path, .. args, .. settings], output, isTerminal, CancellationToken.None);
        return (code, output.ToString());
    }

    protected async Task<Commerce.Catalog.V1.Product> GetAsync(string slug) => (await Anyone.GetProductAsync(new() { Slug = slug })).Product;

    /// <summary>Rows of the Catalog's database.</summary>
    protected async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, string it = "")
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var open = await source.OpenConnectionAsync();
        return (await open.QueryAsync<T>(sql, new { it })).AsList();
    }
}
