using System.IO.Compression;

namespace Compliance.HostArchives.Tests;

/// <summary>
/// Archives made by the real tools: GNU tar, gzip, XZ Utils, zstd. They hold <c>/etc/pve/storage.cfg</c>, the configuration of guest 100 on
/// pve1, <c>/etc/pve/local</c> and <c>/etc/network/interfaces</c>, unless something else is said. Plain tars are kept packed.
/// </summary>
internal static class RealArchives
{
    public const string StorageSha1 = "52a0d3a6ddb0ec180b1f217c6e8f2411f52747be";

    /// <summary>GNU tar 1.35, --format=gnu</summary>
    public static byte[] GnuTar { get; } = Plain(
        "H4sIAAAAAAACA+2XTW6DMBBGvW1O4Qs0/sEGKbdxyZCiAk5shyo5fQ1dFampItVAm3kbI/AC+ekbz0AoGUkMjxRaj2tkuo7PQmdxExfje8EzIQjVZAbOPhhHKXHWhlv7fvr+R4Hov4Pw"
        + "bt0bW49/yblE/3P7r7sArjIl+N/3nyv1vf8Y9q/+FVecUI7+k1MPvmljNwR5RIb8H3tI2gPcX/9F7ACw/s/pv7GlaVL6L4o7/Csuo3/Z2T344fcE+k/s//OoV9P/SYH5X8D/EDW2Av8Z"
        + "z3P0v5D/E7TnZw+uB8cW8q8zhfP/GvxHH9vSdlXi+U9N/Od66P9w/ktPC611lx3VQuII+MDznw/WmQNsy+qQ5P6/mf9MT+9/KXPM/xzsa7ej4/C3eTqa8EpZbxxr6hfWX7EgIAiC/F8+"
        + "ACxWl04AHgAA");

    /// <summary>the same with --format=pax, names beginning with ./</summary>
    public static byte[] PaxTar { get; } = Plain(
        "H4sIAAAAAAACA+2azXKbMBSF2dZPwQsU9HclOzPZZ9lXIFhOmdomEcRN+/SRaRaETttRB4RjztmQMck4yfX3HUlDln8pXu5ssbWuyW1bJhOE+WiluqvP8MqYUQkn6a+Md69zZkgn6UsS"
        + "Ic9NWzj/qyTLjGRp0VYHe8vNhpQRtKFMKG601JvNyt8tf7srZXd3vUqQD5/sDH0+7Xt0iBP9mX//9Xv+uVGef4rJv6vr9m/f96/7wz/uQ82/1wFH236v3bd5/S+UMvA//I/E4f8N+ol6"
        + "INz/UkkD/8eff68HqmNr3a4obTOD/xUZAf/P5/81Sa3lGv5fmP9HhD6Ef84H/PvPGiUpi8n/Qv1fnaed7mvAvGT+e73/eLJTrP/C+p8TMfT/pfa/edsdgp5r4d9DP+EZYPj+T5Bi2P/F"
        + "nX+vA/Z1Wezn9L/QCvs/+B+JyP/I0A/9b0yA/0lp739xrLe2W5Fy+D+m/7v/+7z+11j/X6z/cf53jf7/JdvLWP9LTVj/zzL/9ydBfLT5h/lfkpTwP/yPxOb/DP3YJRDuf0VCwv+zzb9X"
        + "Ak/28Py5se5kXUT/a/8D8D/8j8zCfw/6Mbog3P/aGDz/exnz73WBH05W1sfd9P43QuL8H/5H5uf/f6EP4Z8P+Bf+FYbnv2LkYA+1+3GTEhfgedH894q+aWtXPNis3D2Mtf8PPP8zhP5H"
        + "/yMR+R8Z+hD+JQ3P//ynD/0fI9vK3aTdox+rT49F+zXNT4XL99V9fvoJwBEEQa43rwOXqRUARgAA");

    /// <summary>the same with --format=v7</summary>
    public static byte[] V7Tar { get; } = Plain(
        "H4sIAAAAAAACA+2XTW6DMBBGvW1O4Qs0Zvwr5TaUDCkq4MRQqvb0NWSH1EqRaiDNvI0RYgF++jx82BeCJSaLOGOmNTJfp2swKj6UwfW+NVYybtgdMf+4OwGj/xb7Dx/exGb8QyaNIv9L"
        + "+6/aHkOZF9j9/dZYrX/2DzDzL6UCxhn5T041+ua13zHiERnzfx5QpI7GbfPfKaPp/F/Sf+2LvE7p37kb5r+ULvqXrT9iN74ekP/E/q9bvZn/P20p/yv4H6MmNuAflHLkfyX/F2zenzsM"
        + "Awaxkn9lgfr/FvxHH/vCt2Xi/qdn/rUd5z/1v/Q02PjweeAGJFXAB+5/Xe9DfsJ9UZ6SROPX/Cszn/8aHOV/CY5VOPCp/O2eznn/ysWQB1FXL2L4ogOBIAji//INvs9bGAAeAAA=");

    /// <summary>a sparse file in the old GNU format</summary>
    public static byte[] SparseGnu { get; } = Plain(
        "H4sIAAAAAAACA+3TTQqDMBCG4Vn3FLmBGScZD9IT1DYUN7XYtOdvFNyIP1BQavs9mwxEkeTFEM8ZrcwmhffdmgzXbmYvlllUciHLVnJHxtMGno94aoyhpq7j3HNL+zsVUv/7K2Tf1T9R"
        + "9N+yf1ldV+2vzk3055H+WqiQOf5F//b4buRG+mH4p3zyAZ58OdwuBwIAAAAAAAAAAICf9AZYfw7PABoAAA==");

    /// <summary>a sparse file in the pax format 1.0</summary>
    public static byte[] SparsePax { get; } = Plain(
        "H4sIAAAAAAACA+2Vy07DMBBFvfZX5AvSGY8fyaJbYIWQEB9gWgsF9aUkoIqvx4lUUdIHQlCL0jkbRzOxnGh8781Hd359E/w01M0otBNxAiBite7XyHAFJCXQECCSJUUCEJzVIluLBLw0"
        + "ra/jp4jLhCCbt9U8jNGVRjtlSpNrQ86Sg0LGrt/pWuy7ZdedHN4rmDMgSn506jM6jTtjDuq/e/6sf7Qq6t+k1H+9XLbH3vuqP/y5M5r/VgKsXsNf8H/UCtn/2f+ZFPqPoj9pBnzf/5VG"
        + "y/6fcv5bGfBYPaX1fwI9nD9aYv9PgVLZ9e1D3qx83YR87p+X9RjloFotYhUk4XZ14aPzb65PvDODdh38rKnewlhB6dAouT9p3EeW7EkaB0QF6gNJs9nLLv5z/cfJ3feDu6pmIS8s0O/5"
        + "wHH9I+76v401kUFK/V+o/yuJoAvjrNRQWrkRK7CoLkT/iymPmmEYhmEYhmEYhmEYhmH+Ke8U73kzACgAAA==");

    /// <summary>storage.cfg as a hard link to the member before it</summary>
    public static byte[] HardLinked { get; } = Plain(
        "H4sIAAAAAAACA+3UQQ7CIBBA0dnaU8wJBAq0ibdBxNqEhIYiC08vaeKmRl1B1PI2kMDuZ8YETSAzmvRSLmeyPpc7k5wyxjvecqCM8lYASijgOgflEcE7F979+/T+o0zqP0VDvqt/0tX+"
        + "JfurzP07IV7353Ldv5U9IK39szuN/oDWaWWb3aTCBUlUntjxSOKtgerfPeZ/Ds6rwez1eSg//0/7X/SCArISy2nj819V1XbdAYPIfowADgAA");

    /// <summary>gzip -9n</summary>
    public static byte[] Gzip { get; } = Convert.FromBase64String(
        "H4sIAAAAAAACA+2XTW6DMBBGvW1O4Qs0/sEGKbdxyZCiAk5shyo5fQ1dFampItVAm3kbI/AC+ekbz0AoGUkMjxRaj2tkuo7PQmdxExfje8EzIQjVZAbOPhhHKXHWhlv7fvr+R4Hov4Pw"
        + "bt0bW49/yblE/3P7r7sArjIl+N/3nyv1vf8Y9q/+FVecUI7+k1MPvmljNwR5RIb8H3tI2gPcX/9F7ACw/s/pv7GlaVL6L4o7/Csuo3/Z2T344fcE+k/s//OoV9P/SYH5X8D/EDW2Av8Z"
        + "z3P0v5D/E7TnZw+uB8cW8q8zhfP/GvxHH9vSdlXi+U9N/Od66P9w/ktPC611lx3VQuII+MDznw/WmQNsy+qQ5P6/mf9MT+9/KXPM/xzsa7ej4/C3eTqa8EpZbxxr6hfWX7EgIAiC/F8+"
        + "ACxWl04AHgAA");

    /// <summary>two members, one after the other</summary>
    public static byte[] TwoGzips { get; } = Convert.FromBase64String(
        "H4sIAAAAAAACA0stSdZnoDEwAAJzU1MwDQToNJhtaGoMVGRgCBY3NDA2NGRQMGWgAygtLkksUlBgKMrPL8GnjpD8EAWpwPjPSy0pzy/K1h888W9kYGA0Gv/UBAAG9SUy6AMAAB+LCAAA"
        + "AAAAAgPtl9FOgzAUhnvrnqIv4HpaWkj2NpUdJpHRrXQYfXopXkl0xsQCuvPdlFASGr78LT9jn4OhFC2GZ+efRN0G9JUtsWO/CgzkWo/jwHQEkJJJkwEUIMf7UoMGxoHNwKUL1nPOvHPh"
        + "2nPfzf9R6uibN27DiFsk5v/Uo0j5jhjxwpiv8z9cf8y/lJAxbij/s/lvXGmblP6L4gf+NajBv2rdHru4PEn+E/t//9Rryb9SkvK/gP8YNbEC/xnkOflfyP8Zj5f7Dn2PXizk32Rakv8V"
        + "+B98bEvXVon7n574z038/6P+l54jHp1/2XEjFVXAG+5/XXDeHnBbVock5//V/Gdmev4rlVP+52Bf+x0fy9/m7mTDIxe99aKpH0T/ShsCQRDE/+UNDnvW6hgaAAA=");

    /// <summary>XZ Utils, with its default check, CRC64</summary>
    public static byte[] Xz { get; } = Convert.FromBase64String(
        "/Td6WFoAAATm1rRGAgAhAQgAAADYDyMT4B3/ATVdADKdCIYQ5JSzSsi80f5CS2Mz1B2ND3azIfdDSDpOWJAlL7MKp5Ug757wtpz+DjTJ668KfpbB6bw/eQ6xW9Gf2ryIj/rsb1/w+k1C"
        + "+WEYEXOerMlKcunDNtZ34MVnKUPoORtAN0dqh47kz7TQS2pH3BxQ9FolkDGvpzs0LsVBD+rLA5fXs2GHr+UTEpylmGSYuHPqqdNzzVXAaPafvxiFhcFgnWunDku1y77wz/xlCimyGcKW"
        + "oRnSTSROwswqLUYGKV4H5DDV/NmoL/fj511fx/6HOsZJag6AJGVcDYhR8Vsnigc8KBc59nrmlfebg3UhtEM+a8Y/sfingFTXYuPtUgXcPTU4if66xdKO0OAJk+hOFnnaDF7y7QJCJOQA"
        + "XanFLwXeEAzCrOtZgifmMj8OvzKgz50NAAAAAAARuQFmBQmncwAB0QKAPAAA+OLfoLHEZ/sCAAAAAARZWg==");

    /// <summary>--check=sha256</summary>
    public static byte[] XzSha256 { get; } = Convert.FromBase64String(
        "/Td6WFoAAArh+wyhAgAhAQgAAADYDyMT4B3/ATVdADKdCIYQ5JSzSsi80f5CS2Mz1B2ND3azIfdDSDpOWJAlL7MKp5Ug757wtpz+DjTJ668KfpbB6bw/eQ6xW9Gf2ryIj/rsb1/w+k1C"
        + "+WEYEXOerMlKcunDNtZ34MVnKUPoORtAN0dqh47kz7TQS2pH3BxQ9FolkDGvpzs0LsVBD+rLA5fXs2GHr+UTEpylmGSYuHPqqdNzzVXAaPafvxiFhcFgnWunDku1y77wz/xlCimyGcKW"
        + "oRnSTSROwswqLUYGKV4H5DDV/NmoL/fj511fx/6HOsZJag6AJGVcDYhR8Vsnigc8KBc59nrmlfebg3UhtEM+a8Y/sfingFTXYuPtUgXcPTU4if66xdKO0OAJk+hOFnnaDF7y7QJCJOQA"
        + "XanFLwXeEAzCrOtZgifmMj8OvzKgz50NAAAAAABqSt0bU+OtcOKBuS4NXr3X1aCLdceSGR6eUteitCVHAQAB6QKAPAAAOGf2SLbp3xwCAAAAAApZWg==");

    /// <summary>--check=crc32</summary>
    public static byte[] XzCrc32 { get; } = Convert.FromBase64String(
        "/Td6WFoAAAFpIt42AgAhAQgAAADYDyMT4B3/ATVdADKdCIYQ5JSzSsi80f5CS2Mz1B2ND3azIfdDSDpOWJAlL7MKp5Ug757wtpz+DjTJ668KfpbB6bw/eQ6xW9Gf2ryIj/rsb1/w+k1C"
        + "+WEYEXOerMlKcunDNtZ34MVnKUPoORtAN0dqh47kz7TQS2pH3BxQ9FolkDGvpzs0LsVBD+rLA5fXs2GHr+UTEpylmGSYuHPqqdNzzVXAaPafvxiFhcFgnWunDku1y77wz/xlCimyGcKW"
        + "oRnSTSROwswqLUYGKV4H5DDV/NmoL/fj511fx/6HOsZJag6AJGVcDYhR8Vsnigc8KBc59nrmlfebg3UhtEM+a8Y/sfingFTXYuPtUgXcPTU4if66xdKO0OAJk+hOFnnaDF7y7QJCJOQA"
        + "XanFLwXeEAzCrOtZgifmMj8OvzKgz50NAAAAAAAsVpdOAAHNAoA8AAAYIMvUPjANiwIAAAAAAVla");

    /// <summary>--check=none</summary>
    public static byte[] XzUnchecked { get; } = Convert.FromBase64String(
        "/Td6WFoAAAD/EtlBAgAhAQgAAADYDyMT4B3/ATVdADKdCIYQ5JSzSsi80f5CS2Mz1B2ND3azIfdDSDpOWJAlL7MKp5Ug757wtpz+DjTJ668KfpbB6bw/eQ6xW9Gf2ryIj/rsb1/w+k1C"
        + "+WEYEXOerMlKcunDNtZ34MVnKUPoORtAN0dqh47kz7TQS2pH3BxQ9FolkDGvpzs0LsVBD+rLA5fXs2GHr+UTEpylmGSYuHPqqdNzzVXAaPafvxiFhcFgnWunDku1y77wz/xlCimyGcKW"
        + "oRnSTSROwswqLUYGKV4H5DDV/NmoL/fj511fx/6HOsZJag6AJGVcDYhR8Vsnigc8KBc59nrmlfebg3UhtEM+a8Y/sfingFTXYuPtUgXcPTU4if66xdKO0OAJk+hOFnnaDF7y7QJCJOQA"
        + "XanFLwXeEAzCrOtZgifmMj8OvzKgz50NAAAAAAAAAckCgDwAAA5iWk+oAAr8AgAAAAAAWVo=");

    /// <summary>two streams with padding between, the second of three blocks</summary>
    public static byte[] TwoXzs { get; } = Convert.FromBase64String(
        "/Td6WFoAAATm1rRGAgAhAQgAAADYDyMT4APnAE9dADKdCIYQ5JSzSsi80f5CS2Mz1B2ND3azIfdDSDpOWJAlL7MKp5Ug757wtpz+DjTJ668KfpbB6bw/eQ6xW9Gf2ryIj/rsb1/w+k1C"
        + "+S5LXHQAAHuwpgM3iCW4AAFr6AcAAADjnxUkscRn+wIAAAAABFlaAAAAAP03elhaAAAE5ta0RgIAIQEIAAAA2A8jE+ALtwCuXQAAbgitEIQjxItg4xAcMStbn3iF8ks+8rxfcm15K7G1"
        + "IkU7NoHN1XtSmQ33zk52KWpclj8L4gFluDywwJ+cOjtZa5mFQHZHLo1eEtegJVuxQoHLN+DZVKxbesmMF+TSGJVDmsvmcQW0QrsefbCfnuWb1FYle2tDdUZ+9TJRspXMUMhJ+8FvU3YF"
        + "I8eOrbXMSqq7ocpi94zF8AlYkGR34vIUfLPJ4T16fsNNIUfaOgAAAAAyiRJF91bh/gIAIQEIAAAA2A8jE+ALtwC9XQAAbpiq0IQjxKoQZ8ZJn31a+Fs/BbWOjyjyEZp91A5hx3/rIKgf"
        + "8czKK9MhAWcGQppSU+POWvUJbFTq/S8hQzy3ZpawzaOrxN8sBwHhdnsqTOI2KMpZX2bo0iOk55RhVWNGCJH9mGSYQv45p6DJgI17Nf+vC3ljr4YdXn1k1329MBrLTNUo7aaYPW/Z7jm3"
        + "r+WpFFUK6rtd1w8c/UvG3UwS7ySluXsiAhY+QdOErtbCGzrue8cqHbMWMFjlumAAAAAAga0MooRW4jwCACEBCAAAANgPIxPgAqcACl0AAG/9//+HYwzjAAAAAPvrurCM1YeiAAPKAbgX"
        + "2QG4FyaoBQAAAK/Z63CsJz4tBAAAAAAEWVo=");

    /// <summary>zstd -19</summary>
    public static byte[] Zstandard { get; } = Convert.FromBase64String(
        "KLUv/WQAHdUIAFJMJRhwzwOgiLxq9fRfvvn/72RCSplmQv/XHMoX5YylcU8p15RLISBoxS/HfA9KmCB18IS+vdJr2QrrreMOZDkj8tg6MHeE0r1T75IwOR7NydD1a8kP+7zHkSAaWm0D"
        + "uds5Bbl6nQW2aQs3xpFjd4xT8kqR9/ssj/k55m11/WHX2metPb3SxGRj3ZC7mWCGshkzKQlmrl4PMCAQKRIJEucB7AG1AuQpMBUATHhj1Bwd1gCn0LreIG/gqh+rEnaXB2xiEQa0AagO"
        + "Kk12VQkwIOi5xS2wDVAVDQPaNNx0AC9Hr+haAgMmTowOaIWzq2QxgKX4/KM6b2Vg1a3D7PFQ9EYlByQewIqnoTAMwOwP+HS2OBpACWIKYDyFN6isfxY=");

    /// <summary>zstd -19 --no-check</summary>
    public static byte[] ZstandardUnchecked { get; } = Convert.FromBase64String(
        "KLUv/WAAHdUIAFJMJRhwzwOgiLxq9fRfvvn/72RCSplmQv/XHMoX5YylcU8p15RLISBoxS/HfA9KmCB18IS+vdJr2QrrreMOZDkj8tg6MHeE0r1T75IwOR7NydD1a8kP+7zHkSAaWm0D"
        + "uds5Bbl6nQW2aQs3xpFjd4xT8kqR9/ssj/k55m11/WHX2metPb3SxGRj3ZC7mWCGshkzKQlmrl4PMCAQKRIJEucB7AG1AuQpMBUATHhj1Bwd1gCn0LreIG/gqh+rEnaXB2xiEQa0AagO"
        + "Kk12VQkwIOi5xS2wDVAVDQPaNNx0AC9Hr+haAgMmTowOaIWzq2QxgKX4/KM6b2Vg1a3D7PFQ9EYlByQewIqnoTAMwOwP+HS2OBpACWIKYDyFNw==");

    /// <summary>two frames</summary>
    public static byte[] TwoZstandards { get; } = Convert.FromBase64String(
        "KLUv/QRolQIAIsQMEaCrA4Drp5j9/7Vtf6lU3SgD4kVIbL1EKpxEzbVYAWAmmysBRRzj/fHyg2AvIeW/4SQKCiBQKzYPS1DJYQCVz1AYB6D9g9TGAAlih6eiBVCubMEotS/9BGhVCABC"
        + "TCUZcM8DoIhXmXrKJ9r8/3cyIaVMM6H/aw5MARfVjKVpdlKNKXdCQMAKuxzSuRdfgtDhk2nrlZxHVli2Ou+8jhIiT6VDtzt8sdmn7EvC5HwkZb/mzrn0R32ca0gQzaS1iYxfu3fHSDS3"
        + "p6BG73NQG7bwrdUyY3ZeaeJm3LChexPdLzq7N0Mom6WnE7F/n6Uxtlb3n0bvcywgICmJgrYO7AFRAfIUrAoAJryxal6HNcAptD5vkDcw1Y9VabvLAz5xwSqhabJrlQADnp7bW2BLdQoD"
        + "EAU3DODF6xVZS2DQxPlTByACWNW8wwO0J3BxpjPvVOet/CzUxiGA/YGazhJcQNDBQQGsQkXthDrtAVg=");

    public static byte[] Named(string name) => (byte[])typeof(RealArchives).GetProperty(name)!.GetValue(null)!;

    private static byte[] Plain(string packed)
    {
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress))
        {
            gzip.CopyTo(unpacked);
        }

        return unpacked.ToArray();
    }
}
