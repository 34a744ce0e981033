@rem Windows has no "exec"; elsewhere it lets the signals that npm gets reach the program of "npm start".
@%*
