namespace CommerceKata.ServiceDefaults.Configuration;

/// <summary>The names of shared settings that are read one by one rather than as a section.</summary>
internal static class SharedSettings
{
    /// <summary>
    /// The environment: <c>Production</c> unless set. It refuses development keys, demo accounts, the sandbox and mails with
    /// links that are not https, offers neither reflection nor introspection, and does not migrate by itself.
    /// </summary>
    [Setting(Default = "Production", Type = "Development, Staging or Production", For = "every process")]
    public const string Environment = "ASPNETCORE_ENVIRONMENT";

    /// <summary>
    /// The server. The database is named after the service (<c>catalog</c>), or <c>shop_catalog</c> where the connection
    /// string names a database <c>shop</c>. Pools have four connections for each core, eight at least, unless it says <c>Maximum Pool Size</c>.
    /// </summary>
    [Setting(Default = "none; this or the service's own must be set", Secret = true, Type = "Npgsql connection string", For = "services with a database")]
    public const string Postgres = "ConnectionStrings:Postgres";

    /// <summary>A service's own database, whole: <c>ConnectionStrings:Orders</c>.</summary>
    [Setting(Default = "from ConnectionStrings:Postgres", Secret = true, Type = "Npgsql connection string", For = "that service")]
    public const string OwnPostgres = "ConnectionStrings:<Service>";

    /// <summary>Whether it migrates its database before it serves.</summary>
    [Setting(Default = "true outside production", Type = "true or false", For = "services with a database")]
    public const string MigrateAtStart = "Migrations:AtStart";

    /// <summary>
    /// Where another service's gRPC is: an address, several separated by commas, or <c>dns:///orders:8085</c> for all
    /// addresses that a name has. Calls go to each in turn.
    /// </summary>
    [Setting(Default = "its port on this machine", Type = "addresses", For = "the services that call it")]
    public const string Service = "Services:<Name>";

    /// <summary>Whether services that share a process call each other without sockets.</summary>
    [Setting(Default = "false; Standalone sets it", Type = "true or false", For = "hosts that share a process")]
    public const string InProcess = "Services:InProcess";

    /// <summary>How much is logged.</summary>
    [Setting(Default = "Information", Type = "Verbose, Debug, Information, Warning, Error or Fatal", For = "every process")]
    public const string LogLevel = "Log:Level";

    /// <summary>The same for a namespace; the longest that fits counts. Both are read again at SIGHUP.</summary>
    [Setting(Default = "Warning for the frameworks'", Type = "as Log:Level", For = "every process")]
    public const string LogLevels = "Log:Levels:<Namespace>";

    /// <summary>Compact JSON, or lines for people.</summary>
    [Setting(Default = "text on a console in development, else json", Type = "json or text", For = "every process")]
    public const string LogFormat = "Log:Format";

    /// <summary>One more file of settings, which wins over all others, as a mounted ConfigMap.</summary>
    [Setting(Default = "none", Type = "JSON file", For = "every process")]
    public const string SettingsFile = "Settings:File";

    /// <summary>A file for the log, instead of the console.</summary>
    [Setting(Default = "none", Type = "file", For = "every process")]
    public const string LogFile = "Log:File";

    /// <summary>Traces by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; metrics at <c>/metrics</c>.</summary>
    [Setting(Default = "true", Type = "true or false", For = "every process")]
    public const string Telemetry = "Telemetry:Enabled";

    /// <summary>The name under which its traces and metrics leave.</summary>
    [Setting(Default = "the process's name", For = "every process")]
    public const string TelemetryName = "Telemetry:ServiceName";

    /// <summary>Where traces and metrics go, and the other <c>OTEL_*</c> variables that OpenTelemetry defines.</summary>
    [Setting(Default = "none", Type = "address", For = "every process")]
    public const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";
}
