#compdef pve-compliance
# Completion of pve-compliance for zsh:  pve-compliance completion zsh > "${fpath[1]}/_pve-compliance"
# or, after compinit:  source <(pve-compliance completion zsh)
_pve_compliance() {
    local rest="${(j: :)${(@)words[2,CURRENT-1]}}"
    rest="${rest:+$rest }$PREFIX"
    # After FORMAT: a file follows.
    if [[ $PREFIX == [a-z]*:* ]]; then
        compset -P '*:'
        _files
        return
    fi
    local -a candidates
    candidates=("${(@f)$("${words[1]}" "[suggest:${#rest}]" "$rest" 2>/dev/null)}")
    candidates=("${(@)candidates:#([-/]([?]|h)|)}")
    if (( ${#candidates} )); then
        compadd -a candidates
    else
        _files
    fi
}
if [[ ${funcstack[1]} == _pve-compliance ]]; then
    _pve_compliance "$@"
else
    compdef _pve_compliance pve-compliance
fi
