namespace PaintDotNet.AppModel;

public interface IUserFilesService : IInternalImpl
{
    string? TryGetUserFilesPath();

    string? UserFilesPath { get; }
}
