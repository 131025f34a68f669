using GenAuth.Models;

namespace GenAuth.Tests.Areas;

/// <summary>A fake of one area, as a test of an application writes it.</summary>
internal sealed class FakeAccessKeys(params ListAccessKeyRespDto[] keys) : IManagementAccessKeys
{
    public List<string> Deleted { get; } = [];

    public Task<ListAccessKeyResponseDto> GetAccessKeyListAsync(
        GetAccessKeyListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ListAccessKeyResponseDto { StatusCode = 200, Data = keys });

    public Task<CommonResponseDto> DeleteAccessKeyAsync(DeleteAccessKeyDto body, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        Deleted.Add(body.AccessKeyId);
        return Task.FromResult(new CommonResponseDto { StatusCode = 200 });
    }

    public Task<CreateAccessKeyResponseDto> CreateAccessKeyAsync(CreateAccessKeyDto body, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<GetAccessKeyResponseDto> GetAccessKeyAsync(string userId, string accessKeyId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IsSuccessRespDto> UpdateAccessKeyAsync(UpdateAccessKeyDto body, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
