# Completion of pve-compliance for fish:  pve-compliance completion fish > ~/.config/fish/completions/pve-compliance.fish
function __pve_compliance_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    # After FORMAT: a file follows.
    if string match -qr '^[a-z]+:' -- $current
        set -l format (string replace -r ':.*' '' -- $current)
        for file in (__fish_complete_path (string replace -r '^[a-z]+:' '' -- $current))
            echo $format:$file
        end
        return
    end
    set -l rest (string join ' ' -- $words[2..-1] "$current")
    set -l candidates ($words[1] "[suggest:"(string length -- "$rest")"]" "$rest" 2>/dev/null | string match -rv '^([-/][?h])?$')
    if test (count $candidates) -gt 0
        printf '%s\n' $candidates
    else
        __fish_complete_path $current
    end
end
complete -c pve-compliance -f -a '(__pve_compliance_complete)'
