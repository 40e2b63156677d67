namespace PaintDotNet.AppModel;

public interface ISetting : IInternalImpl
{
    object DefaultValue { get; }

    bool IsReadOnly { get; }

    string Path { get; }

    object Value { get; set; }

    Type ValueType { get; }
}

public interface ISettingsService : IInternalImpl
{
    ISetting GetSetting(string path);
}
